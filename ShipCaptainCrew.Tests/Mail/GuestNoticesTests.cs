using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>
/// What guests and the booker are told of a charter that is moved, cancelled or on again: one email for each mailbox.
/// </summary>
public sealed partial class GuestNoticesTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    private AppFixture Ship => day.Ship;

    private HttpClient Office => day.Cast.Dana.Api;

    /// <summary>
    /// The booker Pat; the guests Ana and Mia with one mailbox, Bo without an address, Cy who does not come, and Dee
    /// who added herself at the dock and is not on the list yet.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await Office.Put(day.Api,
            new { contact = new { name = "Pat Lee", email = "pat@guests.example" }, reference = "Q-17" }).Json();
        await day.Guest("Ana Cole", new { email = "ana@guests.example" });
        await day.Guest("Mia Cole", new { email = "Ana@Guests.Example", minor = true });
        await day.Guest("Bo Reed");
        await day.Mark(await day.Guest("Cy Young", new { email = "cy@guests.example" }), "no_show");
        await Ship.Change(day.Cast.OperatorId, (db, actor) => Task.FromResult(db.Add(new Guest(
            day.Cast.OperatorId, day.CharterId, new() { Name = "Dee Dock", Email = "dee@guests.example" },
            GuestSource.DockLink, actor))));
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task A_moved_time_is_told_to_each_mailbox_once_and_to_nobody_who_is_not_expected()
    {
        var before = await Ship.Count();

        await Office.Put(day.Api, new { notes = "Bring ice." }).Json();
        Assert.Empty(await Ship.Letters(since: before));
        await Office.Put(day.Api, new { departure_time = "18:00" }).Json();

        Assert.Equal(
            ["ana: Changed: your charter on Sat, Jul 4, 6:00 PM, Aurora",
                "kim: Changed: Sat, Jul 4, 6:00 PM, Aurora: you are captain",
                "pat: Changed: your charter on Sat, Jul 4, 6:00 PM, Aurora",
                "sam: Changed: Sat, Jul 4, 6:00 PM, Aurora: you are deckhand"],
            await Ship.Letters(since: before));
        var text = (await Ship.Post.Arrival("ana@guests.example", "Changed")).TextBody;
        Assert.Contains("Departure: Sat, Jul 4, 6:00 PM", text, StringComparison.Ordinal);
        Assert.Contains("Meeting point: Pier 3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Q-17", text, StringComparison.Ordinal);
        Assert.Contains(
            "Q-17", (await Ship.Post.Arrival("pat@guests.example", "Changed")).TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event_date", "2026-07-05")]
    [InlineData("return_time", "20:30")]
    [InlineData("meeting_point", "Pier 4")]
    [InlineData("guests_arrive_at", "17:00")]
    public async Task Any_change_of_when_and_where_is_told(string field, string value)
    {
        var before = await Ship.Count();

        await Office.Put(day.Api, new Dictionary<string, string> { [field] = value }).Json();

        var told = (await Ship.Letters(since: before)).Select(letter => letter.Split(':')[0]);
        Assert.Equal(field == "guests_arrive_at" ? ["ana", "pat"] : ["ana", "kim", "pat", "sam"], told);
    }

    [Fact]
    public async Task Another_vessel_is_told()
    {
        var vessel = await day.Cast.Vessel("Borealis");
        var before = await Ship.Count();

        await Office.Put(day.Api, new { vessel_id = vessel }).Json();

        Assert.Contains(
            "ana: Changed: your charter on Sat, Jul 4, 5:30 PM, Borealis", await Ship.Letters(since: before));
    }

    [Fact]
    public async Task A_cancellation_is_told_with_its_reason_and_its_undoing_too()
    {
        var before = await Ship.Count();

        await day.Cast.Kim.Api.Post($"{day.Api}/cancel", new { reason = "Gale warning" }).Json();

        Assert.Equal(
            ["ana: Canceled: your charter on Sat, Jul 4, 5:30 PM, Aurora", "kim: Canceled: Sat, Jul 4, 5:30 PM, Aurora",
                "pat: Canceled: your charter on Sat, Jul 4, 5:30 PM, Aurora",
                "sam: Canceled: Sat, Jul 4, 5:30 PM, Aurora"],
            await Ship.Letters(since: before));
        foreach (var mailbox in new[] { "ana", "pat" })
            Assert.Contains("Reason: Gale warning",
                (await Ship.Post.Arrival($"{mailbox}@guests.example", "Canceled")).TextBody, StringComparison.Ordinal);

        before = await Ship.Count();
        await day.Cast.Kim.Api.Post($"{day.Api}/undo").Json();

        Assert.Equal(
            ["ana: Not canceled after all: your charter on Sat, Jul 4, 5:30 PM, Aurora",
                "kim: Not canceled after all: Sat, Jul 4, 5:30 PM, Aurora",
                "pat: Not canceled after all: your charter on Sat, Jul 4, 5:30 PM, Aurora",
                "sam: Not canceled after all: Sat, Jul 4, 5:30 PM, Aurora"],
            await Ship.Letters(since: before));
    }

    [Fact]
    public async Task A_reinstatement_is_told_and_brings_the_calendar_entry_back()
    {
        await day.Cast.Kim.Api.Post($"{day.Api}/cancel", new { reason = "Gale warning" }).Json();
        Ship.Clock.Advance(TimeSpan.FromMinutes(16));
        var before = await Ship.Count();

        await day.Cast.Kim.Api.Post($"{day.Api}/reinstate").Json();

        Assert.Equal(
            ["ana: Not canceled after all: your charter on Sat, Jul 4, 5:30 PM, Aurora",
                "kim: Not canceled after all: Sat, Jul 4, 5:30 PM, Aurora",
                "pat: Not canceled after all: your charter on Sat, Jul 4, 5:30 PM, Aurora",
                "sam: Not canceled after all: Sat, Jul 4, 5:30 PM, Aurora"],
            await Ship.Letters(since: before));
        var message = await Ship.Post.Arrival("sam@queen-of-san-diego.example", "after all");
        Assert.Contains("You have the same role", message.TextBody, StringComparison.Ordinal);
        Assert.Contains(message.BodyParts, part => part.ContentType.Parameters["method"] == "REQUEST");
    }

    [Fact]
    public async Task A_booker_or_a_member_of_the_crew_who_is_also_a_guest_gets_one_email()
    {
        await day.Guest("Pat Lee", new { email = "PAT@guests.example" });
        await day.Guest("Sam", new { email = "Sam@Queen-of-San-Diego.example" });
        var before = await Ship.Count();

        await Office.Put(day.Api, new { departure_time = "18:00" }).Json();

        Assert.Equal(["ana", "kim", "pat", "sam"],
            (await Ship.Letters(since: before)).Select(letter => letter.Split(':')[0]));
    }
}
