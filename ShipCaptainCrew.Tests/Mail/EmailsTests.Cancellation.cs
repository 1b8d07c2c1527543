using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>The emails about canceled charters and undone changes.</summary>
public sealed partial class EmailsTests
{
    [Fact]
    public async Task The_crew_and_the_charterer_are_told_of_a_cancellation_with_its_reason()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}",
                new { contact = new { name = "Pat Lee", email = "pat@guests.example" }, reference = "Q-17" })
            .Json();
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await app.Count();

        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/cancel", new { reason = "Gale warning" }).Json();

        Assert.Equal(
            ["kim: Canceled: Sat, Jul 4, 5:30 PM, Aurora", "pat: Canceled: your charter on Sat, Jul 4, 5:30 PM, Aurora",
                "sam: Canceled: Sat, Jul 4, 5:30 PM, Aurora"],
            await app.Letters(since: before));
        Assert.Contains("Gale warning",
            (await app.Post.Arrival("sam@queen-of-san-diego.example", "Canceled")).TextBody, StringComparison.Ordinal);
        var charterer = (await app.Post.Arrival("pat@guests.example", "Canceled")).TextBody;
        Assert.Contains("Q-17", charterer, StringComparison.Ordinal);
        Assert.Contains("Gale warning", charterer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_cancellation_is_emailed_to_everyone_who_was_told_of_it()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}",
                new { contact = new { name = "Pat Lee", email = "pat@guests.example" }, reference = "Q-17" })
            .Json();
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/cancel", new { reason = "Gale warning" }).Json();
        var before = await app.Count();

        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/undo").Json();

        Assert.Equal(
            ["kim: Not canceled after all: Sat, Jul 4, 5:30 PM, Aurora",
                "pat: Not canceled after all: your charter on Sat, Jul 4, 5:30 PM, Aurora",
                "sam: Not canceled after all: Sat, Jul 4, 5:30 PM, Aurora"],
            await app.Letters(since: before));
        var text = (await app.Post.Arrival("sam@queen-of-san-diego.example", "after all")).TextBody;
        Assert.Contains("You are deckhand.", text, StringComparison.Ordinal);
        Assert.Contains(
            "Q-17", (await app.Post.Arrival("pat@guests.example", "after all")).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_publication_is_emailed_to_the_crew_only()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}",
                new { contact = new { name = "Pat Lee", email = "pat@guests.example" } })
            .Json();
        var before = await app.Count();

        await cast.Dana.Api.Post($"/api/events/{charter["id"]}/undo").Json();

        Assert.Equal(["kim: Not published for now: Sat, Jul 4, 5:30 PM, Aurora"], await app.Letters(since: before));
    }
}
