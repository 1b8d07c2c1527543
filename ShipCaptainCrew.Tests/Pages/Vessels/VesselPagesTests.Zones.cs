using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Vessels;

public sealed partial class VesselPagesTests
{
    [Fact]
    public async Task A_home_port_in_another_time_zone_than_the_one_entered_is_asked_about_once()
    {
        (string, string)[] vessel =
        [
            ("name", "Meridian"), ("passenger_capacity", "6"), ("home_port.name", "Harbor Island"),
            ("home_port.latitude", "32.7241"), ("home_port.longitude", "-117.2084"), ("time_zone", "America/New_York"),
        ];

        var asked = await Post($"{List}/new", [.. vessel, ("time_zone_confirmed", "false")]);

        Assert.Equal(422, (int)asked.StatusCode);
        var page = await asked.Html();
        Assert.Contains("The position of the home port is in America/Tijuana",
            page.GetElementById("time_zone-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("America/New_York", page.GetElementById("time_zone")!.GetAttribute("value"));
        Assert.Equal("checkbox", page.GetElementById("time_zone_confirmed")!.GetAttribute("type"));
        Assert.Equal((303, $"{List}?done=saved"),
            Redirect(await Post($"{List}/new", [.. vessel, ("time_zone_confirmed", "true")])));
        var address = Link(await Queen.Dana.Browser.Page(List), "Meridian");
        var unrelated = await Post(address, [("name", "Meridian II"), ("time_zone_confirmed", "false")]);
        Assert.Equal(303, (int)unrelated.StatusCode);
    }

    [Fact]
    public async Task A_program_and_a_port_in_the_zone_entered_are_not_asked()
    {
        var port = new { name = "Harbor Island", latitude = 32.7241, longitude = -117.2084 };

        await Queen.Dana.Api.Post("/api/vessels", new
        {
            name = "Program", passenger_capacity = 6, time_zone = "America/New_York", home_port = port,
        }).Json(201);

        Assert.Equal((303, $"{List}?done=saved"), Redirect(await Post($"{List}/new",
            [
                ("name", "Native"), ("passenger_capacity", "6"), ("home_port.name", "Harbor Island"),
                ("home_port.latitude", "32.7241"), ("home_port.longitude", "-117.2084"),
                ("time_zone", "America/Los_Angeles"), ("time_zone_confirmed", "false"),
            ])));
    }
}
