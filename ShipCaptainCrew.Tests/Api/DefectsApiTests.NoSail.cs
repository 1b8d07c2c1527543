using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class DefectsApiTests
{
    [Fact]
    public async Task A_no_sail_defect_blocks_departure_and_is_mailed_to_captains_and_the_office()
    {
        await Cast.Sam.Api
            .Put($"{day.Api}/checklists/{day.ListId}",
                new {
                    items = new[] {
                        new { id = day.Item(0), state = "complete" }, new { id = day.Item(1), state = "complete" } } })
            .Json();
        var before = await day.Ship.Count();

        var defect = await Report(Cast.Sam, "no_sail", new() { ["charter_id"] = day.CharterId }).Json(201);

        var subject = "No-sail: Aurora stays at the dock";
        Assert.Equal(
            [$"dana: {subject}", $"kim: {subject}", $"olive: {subject}"], await day.Ship.Letters(since: before));
        await Cast.Kim.Api.Post($"{day.Api}/board").Json();
        var held = await Cast.Kim.Api.Post($"{day.Api}/depart", new { override_reason = "We will bail" }).Json(409);
        Assert.Contains(held["blockers"]!.AsArray(),
            blocker => (string?)blocker!["code"] == "no_sail_defect" && (Guid?)blocker["id"] == defect.Id());

        await Cast.Kim.Api.Post($"/api/defects/{defect["id"]}/close", new { remedy = "New pump" }).Json();
        var still = await Cast.Kim.Api.Post($"{day.Api}/depart").Json(409);
        Assert.DoesNotContain(still["blockers"]!.AsArray(), blocker => (string?)blocker!["code"] == "no_sail_defect");
    }

    [Fact]
    public async Task Lesser_defects_send_no_email()
    {
        var before = await day.Ship.Count();

        await Report(Cast.Sam, "serious", new() { ["charter_id"] = day.CharterId }).Json(201);

        Assert.Empty(await day.Ship.Letters(since: before));
    }
}
