using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.CharterTypes;

public sealed class CharterTypePagesTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const string List = "/queen-of-san-diego/types";

    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_dispatcher_adds_a_type_and_orders_its_checklists_without_JavaScript()
    {
        var (before, after) = (await Template("Before departure"), await Template("Put to bed"));
        var made = await Queen.Dana.Browser.PostForm($"{List}/new",
            ("name", "Sunset sail"), ("duration_minutes", "120"), ("schedule.anchor", "sunset"), ("schedule.time", ""),
            ("schedule.offset_minutes", "-90"),
            ("roles.first_mate", "1"), ("roles.deckhand", "3"),
            ("checklist_template_ids", after), ("checklist_template_ids", ""), ("checklist_template_ids", before),
            ("checklist_template_ids", ""));
        Assert.Equal(303, (int)made.StatusCode);

        var list = await Queen.Dana.Browser.Page(List);
        Assert.Contains("90 min before sunset", list.Body!.TextContent, StringComparison.Ordinal);
        var address = Assert.Single(list.QuerySelectorAll(".task a")).GetAttribute("href")!;
        var form = await Queen.Dana.Browser.Page(address);
        Assert.Equal([after, before, "", ""], Chosen(form));
        Assert.Equal("sunset", form.QuerySelector("[name='schedule.anchor'][checked]")?.GetAttribute("value"));

        await Queen.Dana.Browser.PostForm(address, ("checklist_template_ids", before), ("checklist_template_ids", ""));
        Assert.Equal([before, "", "", ""], Chosen(await Queen.Dana.Browser.Page(address)));
        await Queen.Dana.Browser.PostForm(address, ("checklist_template_ids", ""), ("checklist_template_ids", ""));
        Assert.Equal(["", "", "", ""], Chosen(await Queen.Dana.Browser.Page(address)));

        Assert.Equal(303, (int)(await Queen.Dana.Browser.PostForm(address, "?handler=Archive")).StatusCode);
        Assert.NotNull((await Queen.Dana.Browser.Page(List)).QuerySelector(".empty"));
    }

    [Fact]
    public async Task An_invalid_type_is_refused_and_the_input_is_kept()
    {
        var before = await Template("A list");
        var answer = await Queen.Dana.Browser.PostForm($"{List}/new",
            ("name", ""), ("duration_minutes", "long"), ("schedule.anchor", "sunset"),
            ("schedule.offset_minutes", "9999"),
            ("checklist_template_ids", before), ("checklist_template_ids", "0190a000-0000-7000-8000-000000000000"));
        var page = await answer.Html();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("long", page.QuerySelector("#duration_minutes")?.GetAttribute("value"));
        Assert.Equal("sunset", page.QuerySelector("[name='schedule.anchor'][checked]")?.GetAttribute("value"));
        Assert.Equal(before, Chosen(page)[0]);
        Assert.Equal("Checklist not found.", page.QuerySelector("#checklist_template_ids-e")?.TextContent);
        Assert.Equal(["name", "schedule-offset_minutes", "duration_minutes", "checklist_template_ids"],
            page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")![1..]));
        Assert.All(
            page.QuerySelectorAll(".errors a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
    }

    [Theory]
    [InlineData("90", "before", -90, "90", "before")]
    [InlineData("-90", "before", -90, "90", "before")]
    [InlineData("15", "after", 15, "15", "after")]
    [InlineData("0", "after", 0, "0", "before")]
    public async Task Minutes_from_sunset_are_entered_without_a_sign(
        string minutes, string side, int stored, string shown, string shownSide)
    {
        await Queen.Dana.Browser.PostForm($"{List}/new", ("name", $"By the sun {minutes} {side}"),
            ("duration_minutes", "60"), ("schedule.anchor", "sunset"), ("schedule.offset_minutes", minutes),
            ("sunset_side", side));
        var types = (await Queen.Dana.Api.Get("/api/charter-types").Json())["items"]!.AsArray();
        var type = types.Single(one => (string?)one!["name"] == $"By the sun {minutes} {side}")!;

        Assert.Equal(stored, (int)type["schedule"]!["offset_minutes"]!);
        var form = await Queen.Dana.Browser.Page($"{List}/{type["id"]}");
        Assert.Equal(shown, form.GetElementById("schedule-offset_minutes")!.GetAttribute("value"));
        Assert.Equal(shownSide,
            form.QuerySelector("#sunset_side option[selected]")!.GetAttribute("value"));
        await Queen.Dana.Api.DeleteAsync($"/api/charter-types/{type["id"]}").Json(204);
    }

    [Fact]
    public async Task Types_are_forbidden_to_crew_and_not_found_by_other_operators()
    {
        var type = await Queen.Dana.Api.Post("/api/charter-types", new { name = "Tour", duration_minutes = 60 })
            .Json(201);

        Assert.Equal(403, (int)(await Queen.Sam.Browser.GetAsync(List)).StatusCode);
        Assert.Equal(403, (int)(await Queen.Sam.Browser.GetAsync($"{List}/{type["id"]}")).StatusCode);
        Assert.Equal(404, (int)(await fixture.Robin.Browser.GetAsync($"/strangers/types/{type["id"]}")).StatusCode);
        await Queen.Dana.Api.DeleteAsync($"/api/charter-types/{type["id"]}").Json(204);
    }

    private static List<string?> Chosen(IDocument form) =>
        [
            .. form.QuerySelectorAll("select[name=checklist_template_ids]")
                .Select(select => select.QuerySelector("option[selected]")?.GetAttribute("value"))];

    private async Task<string> Template(string name) =>
        (string)(await Queen.Dana.Api.Post("/api/checklist-templates", new { name }).Json(201))["id"]!;
}
