using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Vessels;

public sealed partial class VesselPagesTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const string List = "/queen-of-san-diego/vessels";

    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_dispatcher_adds_changes_and_archives_a_vessel_without_JavaScript()
    {
        var added =
            await Post($"{List}/new",
                [
                    ("name", "Halcyon"), ("passenger_capacity", "49"), ("inspected", "true"),
                    ("turnaround_minutes", "45"), ("home_port.name", "Harbor Island"),
                    ("home_port.latitude", "32.7241"), ("home_port.longitude", "-117.2084"),
                    ("time_zone", "America/Los_Angeles"),
                ]);
        Assert.Equal((303, $"{List}?done=saved"), Redirect(added));
        var list = await Queen.Dana.Browser.Page($"{List}?done=saved");
        Assert.Equal("Saved.", list.QuerySelector("[role=status].note")?.TextContent);
        var address = Link(list, "Halcyon");

        var form = await Queen.Dana.Browser.Page(address);
        Assert.Equal("-117.2084", form.QuerySelector("[name='home_port.longitude']")?.GetAttribute("value"));
        Assert.Equal("45", form.QuerySelector("[name=turnaround_minutes]")?.GetAttribute("value"));
        await Post(address, [("name", "Halcyon II"), ("navigation_lights", "false")]);
        address = Link(await Queen.Dana.Browser.Page(List), "Halcyon II");

        Assert.Equal(
            (303, $"{List}?done=archived"), Redirect(await Queen.Dana.Browser.PostForm(address, "?handler=Archive")));
        Assert.DoesNotContain(
            "Halcyon II", (await Queen.Dana.Browser.Page(List)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await Queen.Dana.Browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task An_invalid_form_keeps_its_input_and_shows_each_error_at_the_top_and_at_its_field()
    {
        var answer =
            await Post($"{List}/new",
                [("name", ""), ("passenger_capacity", "many"), ("home_port.name", "<b>Пирс</b> ⚓"),
                    ("home_port.latitude", "95"), ("inspected", "false")]);
        var page = await answer.Html();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("many", page.QuerySelector("[name=passenger_capacity]")?.GetAttribute("value"));
        Assert.Equal("<b>Пирс</b> ⚓", page.QuerySelector("[name='home_port.name']")?.GetAttribute("value"));
        Assert.False(page.QuerySelector("#inspected")!.HasAttribute("checked"));
        var errors = page.QuerySelectorAll(".errors a");
        Assert.Equal(["name", "passenger_capacity", "home_port-latitude", "home_port-longitude"],
            errors.Select(link => link.GetAttribute("href")![1..]));
        Assert.All(errors,
            link => Assert.Equal(link.TextContent, page.QuerySelector($"{link.GetAttribute("href")}-e")!.TextContent));
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_vessel_and_redirects_htmx()
    {
        (string, string)[] fields = [
            ("name", "Gemini"), ("passenger_capacity", "6"), ("Idempotency-Key", "a-double-tap")];
        await Post($"{List}/new", fields);

        var again = await Queen.Dana.Browser.Tap($"{List}/new", $"{List}/new", fields);

        Assert.Equal($"{List}?done=saved", Assert.Single(again.Headers.GetValues("HX-Redirect")));
        Assert.Single(
            (await Queen.Dana.Browser.Page(List)).QuerySelectorAll(".task a"), link => link.TextContent == "Gemini");
    }

    [Fact]
    public async Task Vessels_are_forbidden_to_crew_and_not_found_by_other_operators()
    {
        await Post($"{List}/new", [("name", "Secret"), ("passenger_capacity", "6")]);
        var address = Link(await Queen.Dana.Browser.Page(List), "Secret");
        var theirs = address.Replace(Queen.Slug, "strangers", StringComparison.Ordinal);

        Assert.Equal(403, (int)(await Queen.Kim.Browser.GetAsync(List)).StatusCode);
        Assert.Equal(403, (int)(await Queen.Kim.Browser.GetAsync(address)).StatusCode);
        Assert.Equal(404, (int)(await fixture.Robin.Browser.GetAsync(address)).StatusCode);
        Assert.Equal(404, (int)(await fixture.Robin.Browser.GetAsync(theirs)).StatusCode);
        Assert.Equal(404,
            (int)(await fixture.Robin.Browser.PostForm(
                "/strangers/vessels/new", $"/../{address.Split('/')[^1]}", ("name", "Mine"))).StatusCode);
        Assert.NotNull((await fixture.Robin.Browser.Page("/strangers/vessels")).QuerySelector(".empty"));
    }

    private static (int, string?) Redirect(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, answer.Headers.Location?.ToString());

    private static string Link(IDocument list, string name) =>
        list.QuerySelectorAll(".task a").Single(link => link.TextContent == name).GetAttribute("href")!;

    private Task<HttpResponseMessage> Post(string address, (string, string)[] fields) =>
        Queen.Dana.Browser.PostForm(address, fields);
}
