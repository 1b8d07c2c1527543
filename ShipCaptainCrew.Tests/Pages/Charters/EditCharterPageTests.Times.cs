using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class EditCharterPageTests
{
    [Fact]
    public async Task A_time_derived_from_the_type_is_blank_and_stays_derived()
    {
        var type = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour);
        charter = await Cast.Plan(Aurora, new() { ["charter_type_id"] = type }).Json(201);
        var page = await Cast.Dana.Browser.Page(Edit);
        Assert.Equal(("", ""), (Value(page, "departure_time"), Value(page, "title")));
        Assert.Contains("16:30", page.GetElementById("brings")!.TextContent, StringComparison.Ordinal);

        await Save(page, ("event_date", "2026-12-20"));

        Assert.Equal("2026-12-21T00:30:00Z", Text((await Now())["departure_time"]));
    }

    [Fact]
    public async Task An_ambiguous_time_keeps_its_offset_in_the_form()
    {
        charter = await Cast.Plan(
            Aurora, new() { ["event_date"] = "2026-11-01", ["departure_time"] = "2026-11-01T01:30-08:00" })
            .Json(201);
        var page = await Cast.Dana.Browser.Page(Edit);
        Assert.Equal("2026-11-01T01:30-08:00", Value(page, "departure_time"));

        Assert.Equal(303, (int)(await Save(page, ("notes", "Bring a torch"))).StatusCode);

        Assert.Equal("2026-11-01T09:30:00Z", Text((await Now())["departure_time"]));
    }
}
