using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class GuestsApiTests
{
    [Fact]
    public async Task Guests_are_managed_by_the_captain_and_marked_by_the_crew()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole", new { email = "ben@example.com", needs = "Nuts" });
        var (cast, guest) = (day.Cast, $"{day.Api}/guests/{ben.Id()}");

        await cast.Alex.Api.Get($"{day.Api}/guests").Json(403);
        await cast.Alex.Api.Post($"{guest}/mark", new { where = "boarded" }).Json(403);
        await cast.Sam.Api.Post($"{day.Api}/guests", new { name = "Mia" }).Json(403);
        await cast.Sam.Api.Put(guest, new { name = "Mia" }).Json(403);
        await cast.Sam.Api.Post($"{guest}/link").Json(403);
        await cast.Sam.Api.Post($"{day.Api}/send-ashore").Json(403);
        var seen = (await cast.Sam.Api.Get($"{day.Api}/guests").Json())["guests"]![0]!;
        Assert.Equal(
            ("Ben Cole", null, "Nuts"), ((string?)seen["name"], (string?)seen["email"], (string?)seen["needs"]));
        var boarded = await cast.Sam.Api.Post($"{guest}/mark", new { where = "boarded" }).Json();
        Assert.Null(boarded["email"]);
        Assert.NotNull(boarded["boarded_at"]);
        Assert.Equal(
            "aboard", (string?)(await cast.Kim.Api.SendAsync(new(HttpMethod.Delete, guest)).Json(409))["code"]);
    }

    [Fact]
    public async Task Needs_are_shown_until_the_charter_is_over()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole", new { needs = "Nuts" });
        var answer = await day.Cast.Dana.Api.Get($"{day.Api}/guests");
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();

        Assert.Null((await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json())["guests"]![0]!["needs"]);
        Assert.Equal("charter_closed",
            (string?)(await day.Cast.Dana.Api.Post($"{day.Api}/guests", new { name = "Mia" }).Json(409))["code"]);
    }

    [Fact]
    public async Task A_guest_of_another_charter_or_operator_is_not_found()
    {
        var (one, other) = (await Charter(), await Charter());
        var ben = await Queen.Dana.Api.Guest(one, "Ben Cole");

        foreach (var verb in new[] { "link", "mark", "place" })
            await Queen.Dana.Api.Post($"{other}/guests/{ben.Id()}/{verb}", new { where = "boarded" }).Json(404);
        await Queen.Dana.Api.Put($"{other}/guests/{ben.Id()}", new { name = "Mia" }).Json(404);
        await fixture.Robin.Api.Put($"{one}/guests/{ben.Id()}", new { name = "Mia" }).Json(404);
        await fixture.Robin.Api.Get($"{one}/guests").Json(404);
    }
}
