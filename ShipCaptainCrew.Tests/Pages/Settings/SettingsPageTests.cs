using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Settings;

/// <summary>The owner's page of all settings, and the same settings over the API.</summary>
public sealed partial class SettingsPageTests
{
    private const string Settings = "/queen-of-san-diego/settings";

    [Fact]
    public async Task What_the_owner_saves_is_on_the_page_and_in_the_API_and_in_the_log()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        var saved = await cast.Olive.Browser.PostForm(Settings, ("name", "Queen of the Harbor"),
            ("home_port.name", "Harbor Island"), ("sender_name", "The Queen"), ("reply_to", "office@queen.example"),
            ("grace_minutes", "45"), ("time_zone_confirmed", "false"));

        Assert.Equal((303, $"{Settings}?done=saved"), ((int)saved.StatusCode, $"{saved.Headers.Location}"));
        var page = await cast.Olive.Browser.Page(Settings);
        Assert.Equal("Queen of the Harbor", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal("office@queen.example", page.QuerySelector("#reply_to")!.GetAttribute("value"));
        var read = await cast.Olive.Api.Get("/api/operator").Json();
        Assert.Equal(("Queen of the Harbor", "queen-of-san-diego", "The Queen", 45),
            ((string?)read["name"], (string?)read["slug"], (string?)read["sender_name"], (int)read["grace_minutes"]!));
        Assert.Equal("Harbor Island", (string?)read["home_port"]!["name"]);
        var log = (await cast.Olive.Browser.Page("/queen-of-san-diego/log")).Body!.TextContent;
        Assert.Contains(
            "Renamed the operator from Queen of San Diego to Queen of the Harbor", log, StringComparison.Ordinal);
        Assert.Contains("Changed home port, sender name, reply to of the operator", log, StringComparison.Ordinal);
        Assert.Contains("Changed grace minutes of the standing orders", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_read_the_settings_and_only_owners_change_them_or_see_the_shore_contact()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var changed = await cast.Olive.Api.Put("/api/operator",
            new { time_zone = "America/New_York", shore_contact = new { name = "Ann", email = "ann@queen.example" } })
            .Json();

        Assert.Equal(("America/New_York", "Ann"),
            ((string?)changed["time_zone"], (string?)changed["shore_contact"]!["name"]));
        var seen = await cast.Max.Api.Get("/api/operator").Json();
        Assert.Equal("America/New_York", (string?)seen["time_zone"]);
        Assert.Null(seen["shore_contact"]);
        await cast.Dana.Api.Put("/api/operator", new { name = "Dana's" }).Json(403);
        Assert.Equal(403, (int)(await cast.Dana.Browser.GetAsync(Settings)).StatusCode);
    }

    [Fact]
    public async Task A_time_zone_that_does_not_fit_the_port_is_asked_about_once_and_nothing_typed_is_lost()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        var asked = await cast.Olive.Browser.PostForm(
            Settings, ("name", "Queen East"), ("time_zone", "America/New_York"), ("time_zone_confirmed", "false"));
        var page = await asked.Html();

        Assert.Equal(422, (int)asked.StatusCode);
        Assert.Equal("Queen East", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("home port", page.QuerySelector("#time_zone-e")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[type=checkbox][name=time_zone_confirmed]"));
        var confirmed = await cast.Olive.Browser.PostForm(
            Settings, ("name", "Queen East"), ("time_zone", "America/New_York"), ("time_zone_confirmed", "true"));
        Assert.Equal(303, (int)confirmed.StatusCode);
        Assert.Equal("America/New_York", (string?)(await cast.Olive.Api.Get("/api/operator").Json())["time_zone"]);
    }

    [Fact]
    public async Task The_former_address_of_the_standing_orders_leads_to_the_settings()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        var moved = await cast.Olive.Browser.GetAsync("/queen-of-san-diego/orders");

        Assert.Equal((302, Settings), ((int)moved.StatusCode, $"{moved.Headers.Location}"));
    }
}
