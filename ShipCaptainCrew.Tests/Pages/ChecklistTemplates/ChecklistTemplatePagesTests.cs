using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.ChecklistTemplates;

public sealed partial class ChecklistTemplatePagesTests(TwoOperatorsFixture fixture)
    : IClassFixture<TwoOperatorsFixture>
{
    private const string List = "/queen-of-san-diego/templates";

    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_checklist_is_added_renamed_and_archived_without_JavaScript()
    {
        var made =
            await Post($"{List}/new", "Before departure", [("Bilge dry", true), ("", true), ("Heads clean", false)]);
        Assert.Equal(303, (int)made.StatusCode);
        var address = await Address("Before departure");
        Assert.Equal(["Bilge dry!", "Heads clean", ""], Rows(await Queen.Dana.Browser.Page(address)));

        await Post(address, "Morning", [("Bilge pumped", true)]);
        var page = await Queen.Dana.Browser.Page(await Address("Morning"));
        Assert.Equal(["Bilge pumped!", ""], Rows(page));
        Assert.Contains("Version 2.", page.Body!.TextContent, StringComparison.Ordinal);

        await Post(address, "Morning", []);
        Assert.Equal([""], Rows(await Queen.Dana.Browser.Page(address)));
        Assert.Equal(303, (int)(await Queen.Dana.Browser.PostForm(address, "?handler=Archive")).StatusCode);
        Assert.Equal(404, (int)(await Queen.Dana.Browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Checklists_are_forbidden_to_crew_and_not_found_by_other_operators()
    {
        var address = await NewTemplate();

        Assert.Equal(403, (int)(await Queen.Sam.Browser.GetAsync(List)).StatusCode);
        Assert.Equal(403, (int)(await Queen.Sam.Browser.GetAsync(address)).StatusCode);
        Assert.Equal(404,
            (int)(await fixture.Robin.Browser.GetAsync(
                address.Replace(Queen.Slug, "strangers", StringComparison.Ordinal))).StatusCode);
    }

    /// <summary>The text of each row, with an exclamation mark if the item is required.</summary>
    private static List<string> Rows(IDocument page) =>
    [
        .. page.QuerySelectorAll("ol.lines > li").Select(row => row.QuerySelector("textarea")!.TextContent
            + (row.QuerySelector("[type=checkbox]")!.HasAttribute("checked") ? "!" : "")),
    ];

    private async Task<string> NewTemplate()
    {
        var list = await Queen.Dana.Api
            .Post("/api/checklist-templates", new { name = "List", items = new[] { new { text = "One" } } })
            .Json(201);
        return $"{List}/{list["id"]}";
    }

    private async Task<string> Address(string name) =>
        (await Queen.Dana.Browser.Page(List)).QuerySelectorAll(".task a").Single(link => link.TextContent == name)
            .GetAttribute("href")!;

    private Task<HttpResponseMessage> Post(
        string address, string name, (string Text, bool Required)[] items, params (string, string)[] more) =>
        Queen.Dana.Browser.PostForm(address,
        [
            ("name", name), ("phase", "pre_departure"), .. more,
            .. items.Length == 0 ? [("items[0].text", "")] : Array.Empty<(string, string)>(),
            .. items.SelectMany(
                (item, i) =>
                    new[] { ($"items[{i}].key", $"{i}"), ($"items[{i}].text", item.Text),
                        ($"items[{i}].required", "false"),
                        ($"items[{i}].required", item.Required ? "true" : "false") }),
        ]);
}
