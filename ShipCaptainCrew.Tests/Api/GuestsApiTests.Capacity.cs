using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class GuestsApiTests
{
    [Fact]
    public async Task A_guest_over_capacity_is_refused_and_of_two_added_at_once_only_one_gets_the_last_place()
    {
        var charter = await Charter(await Queen.Vessel("Small", turnaround: 0));
        for (var number = 1; number < 12; number++) await Queen.Dana.Api.Guest(charter, $"Guest {number}");

        var two = await Task.WhenAll(
            Queen.Dana.Api.Post($"{charter}/guests", new { name = "Quick" }),
            Queen.Kim.Api.Post($"{charter}/guests", new { name = "Quicker" }));

        Assert.Equal([201, 409], two.Select(answer => (int)answer.StatusCode).Order());
        var problem = await Queen.Dana.Api.Post($"{charter}/guests", new { name = "One more" }).Json(409);
        Assert.Equal(("over_capacity", 12), ((string?)problem["code"], (int?)problem["capacity"]));
        Assert.Equal(12, (await Queen.Dana.Api.Get($"{charter}/guests").Json())["guests"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_no_show_frees_capacity_and_is_marked_boarded_only_while_there_is_capacity()
    {
        var charter = await Charter(await Queen.Vessel("Full", turnaround: 0));
        var first = await Queen.Dana.Api.Guest(charter, "First");
        for (var number = 2; number <= 12; number++) await Queen.Dana.Api.Guest(charter, $"Guest {number}");
        Assert.NotNull((await Mark("no_show").Json())["no_show_at"]);
        await Queen.Dana.Api.Guest(charter, "Standby");

        Assert.Equal("over_capacity", (string?)(await Mark("boarded").Json(409))["code"]);

        Task<HttpResponseMessage> Mark(string where) =>
            Queen.Kim.Api.Post($"{charter}/guests/{first.Id()}/mark", new { where });
    }
}
