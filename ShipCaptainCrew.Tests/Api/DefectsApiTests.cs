using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class DefectsApiTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    private Cast Cast => day.Cast;

    private string Defects => $"/api/vessels/{day.VesselId}/defects";

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task A_deckhand_reports_a_defect_and_the_captain_closes_it()
    {
        var defect =
            await Report(Cast.Sam, "serious", new() { ["charter_id"] = day.CharterId, ["item_id"] = day.Item(1) })
            .Json(201);

        var closed = await Cast.Kim.Api.Post($"/api/defects/{defect["id"]}/close", new { remedy = "New impeller" })
            .Json();
        var again = await Cast.Dana.Api.Post($"/api/defects/{defect["id"]}/close", new { remedy = "Nothing" }).Json();

        Assert.Equal((day.Item(1), Cast.Sam.MemberId), ((Guid)defect["item_id"]!, (Guid)defect["raised_by"]!));
        Assert.Equal(("New impeller", Cast.Kim.MemberId), ((string?)closed["remedy"], (Guid)closed["closed_by"]!));
        Assert.Equal("New impeller", (string?)again["remedy"]);
        Assert.Equal(["New impeller"],
            (await Cast.Alex.Api.Get(Defects).Json())["items"]!.AsArray().Select(row => (string?)row!["remedy"]));
    }

    [Fact]
    public async Task Only_her_crew_report_defects_and_deckhands_do_not_close_them()
    {
        var defect = await Report(Cast.Dana, "minor").Json(201);

        await Report(Cast.Alex, "minor").Json(403);
        await Report(Cast.Alex, "minor", new() { ["charter_id"] = day.CharterId }).Json(403);
        await Cast.Sam.Api.Post($"/api/defects/{defect["id"]}/close", new { remedy = "Taped over" }).Json(403);
        await Cast.Alex.Api.Post($"/api/defects/{defect["id"]}/close", new { remedy = "Taped over" }).Json(403);
    }

    [Fact]
    public async Task The_charter_and_item_of_a_defect_must_belong_to_its_vessel()
    {
        var other = await Cast.Vessel("Meridian");

        var elsewhere = await Cast.Dana.Api
            .Post(
                $"/api/vessels/{other}/defects", new { what = "Pump", severity = "minor", charter_id = day.CharterId })
            .Json(422);
        var nowhere = await Report(Cast.Dana, "minor", new() { ["item_id"] = day.Item(0) }).Json(422);

        Assert.NotNull(elsewhere.ErrorAt("charter_id"));
        Assert.NotNull(nowhere.ErrorAt("item_id"));
    }

    private Task<HttpResponseMessage> Report(TestUser user, string severity, JsonObject? more = null)
    {
        var report = new JsonObject { ["what"] = "Bilge pump does not run", ["severity"] = severity };
        foreach (var (field, value) in more ?? []) report[field] = value?.DeepClone();
        return user.Api.Post(Defects, report);
    }
}
