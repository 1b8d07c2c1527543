using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class EditCharterPageTests : PlanningTestBase
{
    private JsonNode charter = null!;

    private string Edit => $"/{Cast.Slug}/charters/{charter["id"]}/edit";

    [Fact]
    public async Task Saving_an_unchanged_form_changes_nothing()
    {
        await Begin(
            new() { ["return_date"] = "2026-07-05", ["return_time"] = "00:30",
                ["contact"] = new JsonObject { ["name"] = "Ben Cole" } });
        var page = await Cast.Dana.Browser.Page(Edit);
        Assert.Equal("13:00", Value(page, "departure_time"));
        Assert.Equal("2026-07-05", Value(page, "return_date"));
        Assert.Equal("Ben Cole", Value(page, "contact-name"));

        Assert.Equal(303, (int)(await Save(page)).StatusCode);

        var now = await Now();
        Assert.Equal((1, (long)charter["revision"]!), ((int)now["version"]!, (long)now["revision"]!));
    }

    [Fact]
    public async Task A_captain_may_be_changed_but_not_removed()
    {
        await Begin();
        var page = await Cast.Dana.Browser.Page(Edit);
        Assert.Equal(303, (int)(await Save(page, ("captain_id", $"{Cast.Olive.MemberId}"))).StatusCode);

        var refused = await Save(await Cast.Dana.Browser.Page(Edit), ("captain_id", ""));

        Assert.Equal("Choose the captain.", (await refused.Html()).GetElementById("captain_id-e")!.TextContent);
    }

    [Fact]
    public async Task Crew_do_not_find_a_draft_and_may_not_edit_a_charter()
    {
        await Begin(new() { ["publish"] = false });
        Assert.Equal(404, (int)(await Cast.Kim.Browser.GetAsync(Edit)).StatusCode);
        await Cast.Dana.Api.Post($"/api/events/{charter["id"]}/publish").Json();

        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync(Edit)).StatusCode);
    }

    [Fact]
    public async Task The_form_says_who_will_be_told_of_a_move_but_not_for_a_draft()
    {
        await Begin(new() { ["publish"] = false });
        Assert.DoesNotContain(
            "emailed right away", (await Cast.Dana.Browser.Page(Edit)).Body!.TextContent, StringComparison.Ordinal);
        await Cast.Dana.Api.Post($"/api/events/{charter["id"]}/publish").Json();
        foreach (var (name, email) in new[] { ("Ana", "ana@a.example"), ("Ben", "ben@b.example"), ("Cy", "") })
            await Cast.Dana.Api.Post($"/api/events/{charter["id"]}/guests", new { name, email }).Json(201);

        Assert.Contains(
            "If the date, a time, the vessel or the meeting point changes, emailed right away: 1 crew, 2 guests; "
            + "1 guest has no address.",
            (await Cast.Dana.Browser.Page(Edit)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Value(IDocument page, string id) => page.GetElementById(id)?.GetAttribute("value") ?? "";

    private async Task Begin(JsonObject? more = null)
    {
        var plan = new JsonObject { ["departure_time"] = "13:00", ["return_time"] = "15:00" };
        foreach (var (field, value) in more ?? []) plan[field] = value?.DeepClone();
        charter = await Cast.Plan(Aurora, plan).Json(201);
    }

    private Task<JsonNode> Now() => Cast.Dana.Api.Get($"/api/events/{charter["id"]}").Json();

    /// <summary>Posts the form of the page as Olive (owner), with some fields changed.</summary>
    private Task<HttpResponseMessage> Save(IDocument page, params (string Name, string Value)[] changes)
    {
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        var fields = form.Elements
            .Where(field => field.GetAttribute("name") is { Length: > 0 } && field is not IHtmlButtonElement)
            .Where(field => field is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
            .GroupBy(field => field.GetAttribute("name")!)
            .ToDictionary(same => same.Key, same => ValueOf(same.Last()));
        foreach (var (name, value) in changes) fields[name] = value;
        fields.Remove("__RequestVerificationToken");
        return Cast.Olive.Browser.PostForm(Edit, [.. fields.Select(field => (field.Key, field.Value))]);
    }

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    };
}
