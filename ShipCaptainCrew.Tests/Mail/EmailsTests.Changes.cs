using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>The emails about published, moved and changed charters.</summary>
public sealed partial class EmailsTests
{
    [Fact]
    public async Task No_email_is_sent_about_a_draft_until_it_is_published()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var before = await app.Count();
        var charter = await Plan(cast, publish: false);
        await cast.Dana.Api
            .Post($"/api/events/{charter["id"]}/roles/deckhand/claim", new { member_id = cast.Sam.MemberId })
            .Json();
        Assert.Empty(await app.Letters(since: before));

        await cast.Dana.Api.Post($"/api/events/{charter["id"]}/publish").Json();

        Assert.Equal(
            ["kim: Sat, Jul 4, 5:30 PM, Aurora: you are captain", "sam: Sat, Jul 4, 5:30 PM, Aurora: you are deckhand"],
            await app.Letters(since: before));
    }

    [Fact]
    public async Task The_crew_is_told_the_new_time_and_place_of_a_moved_charter()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await app.Count();

        await cast.Dana.Api.Put($"/api/events/{charter["id"]}", new { notes = "Bring ice." }).Json();
        Assert.Empty(await app.Letters(since: before));
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}", new { departure_time = "18:00", meeting_point = "Pier 4" })
            .Json();

        Assert.Equal(
            ["kim: Changed: Sat, Jul 4, 6:00 PM, Aurora: you are captain",
                "sam: Changed: Sat, Jul 4, 6:00 PM, Aurora: you are deckhand"],
            await app.Letters(since: before));
        Assert.Contains("Pier 4", (await app.Post.Arrival("sam@queen-of-san-diego.example", "Changed")).TextBody,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_captain_is_emailed_to_the_new_and_the_former_captain()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();

        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}", new { captain_id = cast.Olive.MemberId, departure_time = "18:00" })
            .Json();

        Assert.Equal(
            ["kim: Sat, Jul 4, 6:00 PM, Aurora: you are no longer captain",
                "olive: Sat, Jul 4, 6:00 PM, Aurora: Kim is no longer captain",
                "olive: Sat, Jul 4, 6:00 PM, Aurora: you are captain"],
            await app.Letters(since: before));
    }
}
