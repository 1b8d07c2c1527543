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
        Assert.Contains("4:30 PM", page.GetElementById("brings")!.TextContent, StringComparison.Ordinal);

        await Save(page, ("event_date", "2026-12-20"));

        Assert.Equal("2026-12-21T00:30:00Z", Text((await Now())["departure_time"]));
    }

    [Fact]
    public async Task A_return_moved_before_departure_is_offered_as_the_next_day()
    {
        await Begin();

        var asked = await Save(
            await Cast.Dana.Browser.Page(Edit), ("departure_time", "22:00"), ("return_time", "01:30"));
        var page = await asked.Html();

        Assert.Equal(422, (int)asked.StatusCode);
        Assert.Equal("The return is on the next day",
            page.QuerySelector("main form button[name=return_next_day]")!.TextContent);
        Assert.Equal(303, (int)(await Save(page, ("return_next_day", "true"))).StatusCode);
        Assert.Equal("2026-07-05T08:30:00Z", Text((await Now())["return_time"]));
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
