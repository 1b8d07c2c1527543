using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>A charter keeps its time zone until its vessel is changed or the office takes over the vessel's.</summary>
public sealed partial class EditCharterPageTests
{
    private const string NewYork = "America/New_York";

    [Fact]
    public async Task After_a_change_of_the_vessels_time_zone_other_edits_move_no_time_and_mail_nobody()
    {
        await Begin();
        await Cast.Dana.Api.Put($"/api/vessels/{Aurora}", new { time_zone = NewYork }).Json();
        var before = await Ship.Count();

        await Put(charter, new() { ["notes"] = "Cake aboard" }).Json();
        Assert.Equal(303, (int)(await Save(await Cast.Dana.Browser.Page(Edit), ("reference", "Q-17"))).StatusCode);

        var now = await Now();
        Assert.Equal(("2026-07-04T20:00:00Z", "Cake aboard", "Q-17"),
            (Text(now["departure_time"]), Text(now["notes"]), Text(now["reference"])));
        Assert.Equal("America/Los_Angeles", Text(now["timing"]!["time_zone"]));
        Assert.Empty(await Ship.Letters(since: before));
        await Put(charter, new() { ["event_date"] = "2026-07-06" }).Json();
        Assert.Equal("2026-07-06T20:00:00Z", Text((await Now())["departure_time"]));
    }

    [Fact]
    public async Task The_form_shows_that_the_vessels_time_zone_was_changed_and_takes_it_over_if_ticked()
    {
        await Begin();
        Assert.Null((await Cast.Dana.Browser.Page(Edit)).GetElementById("rezone"));
        await Cast.Dana.Api.Put($"/api/vessels/{Aurora}", new { time_zone = NewYork }).Json();

        var page = await Cast.Dana.Browser.Page(Edit);

        var field = page.GetElementById("rezone")!.Closest(".field, div")!.TextContent;
        Assert.Contains("The times below are New York time", field, StringComparison.Ordinal);
        Assert.Contains("This charter keeps Los Angeles time until you change it here.", field,
            StringComparison.Ordinal);
        Assert.Equal("13:00", Value(page, "departure_time"));
        Assert.Equal(303, (int)(await Save(page, ("rezone", "true"))).StatusCode);
        var now = await Now();
        Assert.Equal(("2026-07-04T17:00:00Z", NewYork),
            (Text(now["departure_time"]), Text(now["timing"]!["time_zone"])));
        Assert.Null((await Cast.Dana.Browser.Page(Edit)).GetElementById("rezone"));
    }

    [Fact]
    public async Task Another_vessel_in_another_time_zone_is_asked_about_once_before_saving()
    {
        await Begin();
        var mistral = await Cast.Vessel("Mistral", timeZone: NewYork);

        var asked = await Save(await Cast.Dana.Browser.Page(Edit), ("vessel_id", $"{mistral}"), ("notes", "Cake"));

        Assert.Equal(422, (int)asked.StatusCode);
        var page = await asked.Html();
        Assert.Contains("Mistral is on New York time, and this charter is on Los Angeles time.",
            page.GetElementById("vessel_id-e")!.TextContent, StringComparison.Ordinal);
        Assert.False(((IHtmlInputElement)page.GetElementById("time_zone_confirmed")!).IsChecked);
        Assert.Equal("2026-07-04T20:00:00Z", Text((await Now())["departure_time"]));
        Assert.Equal(303, (int)(await Save(page, ("time_zone_confirmed", "true"))).StatusCode);
        var now = await Now();
        Assert.Equal(("2026-07-04T17:00:00Z", "Cake", $"{mistral}"),
            (Text(now["departure_time"]), Text(now["notes"]), Text(now["vessel_id"])));
    }
}
