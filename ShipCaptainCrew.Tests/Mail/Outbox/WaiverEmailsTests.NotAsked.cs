using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

public sealed partial class WaiverEmailsTests
{
    [Fact]
    public async Task A_guest_without_an_address_without_a_waiver_or_of_a_draft_is_not_asked()
    {
        await using var day = await CharterFixture.Begin();
        var before = await day.Ship.Count();
        await day.Cast.Guest(day.CharterId, "No Waiver Yet", "early@guests.example");
        Assert.Empty(await day.Ship.Letters(since: before));
        await day.Cast.Waiver();
        await day.Cast.Guest(day.CharterId, "No Address");
        var draft =
            (await day.Cast.Plan(day.VesselId, new() { ["publish"] = false, ["event_date"] = "2026-07-05" })
                .Json(201)).Id();
        await day.Cast.Guest(draft, "Dora Draft", "dora@guests.example");
        Assert.Empty(await day.Ship.Letters(since: before));

        await day.Cast.Dana.Api.Post($"/api/events/{draft}/publish").Json();

        Assert.Contains("dora: Please sign your waiver: Sun, Jul 5, Aurora", await day.Ship.Letters(since: before));
    }

    [Fact]
    public async Task A_guest_who_has_signed_before_the_email_is_sent_is_not_asked()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var before = await day.Ship.Count();
        day.Ship.Post.Mood = line => line.Length == 0 ? SmtpSink.Reply.Say("421 Closed") : null;
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ben Cole", "ben@guests.example");
        using var phone = day.Ship.Phone();
        await phone.Sign(page, "Ben Cole");

        day.Ship.Post.Mood = _ => null;
        await day.Cast.Guest(day.CharterId, "Ana Cole", "ana@guests.example");

        Assert.Equal(
            ["ana: Please sign your waiver: Sat, Jul 4, 5:30 PM, Aurora",
                "ben: Signed: Participant agreement, Jul 4, 2026"],
            await day.Ship.Letters(since: before));
    }
}
