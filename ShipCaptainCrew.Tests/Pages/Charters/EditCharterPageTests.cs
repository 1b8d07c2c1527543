using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class EditCharterPageTests : PlanningTestBase
{
    private JsonNode charter = null!;

    private string Edit => $"/{Cast.Slug}/charters/{charter["id"]}/edit";

    [Fact]
    public async Task The_form_holds_what_there_is_and_saving_it_untouched_changes_nothing()
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
    public async Task A_time_that_follows_the_type_stands_blank_and_goes_on_following()
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
    public async Task The_second_editor_sees_what_the_first_changed_keeps_what_they_typed_and_may_save_again()
    {
        await Begin(new() { ["meeting_point"] = "Pier 3" });
        var page = await Cast.Olive.Browser.Page(Edit);
        await Put(charter, new() { ["meeting_point"] = "Pier 5", ["vessel_id"] = await Cast.Vessel("Mistral") }).Json();

        var refused = await Save(page, ("meeting_point", "Pier 9"), ("notes", "Cake aboard"));

        Assert.Equal(412, (int)refused.StatusCode);
        var again = await refused.Html();
        var differences = again.QuerySelectorAll("section[aria-labelledby=changed] li")
            .Select(line => Squeeze(line.TextContent)).ToList();
        Assert.Equal(
            ["Vessel: you typed “Aurora”, now it is “Mistral”, changed by Dana 09:00",
                "Meeting point: you typed “Pier 9”, now it is “Pier 5”, changed by Dana 09:00"],
            differences);
        Assert.Equal(("Pier 9", "Cake aboard"),
            (Value(again, "meeting_point"), again.GetElementById("notes")!.TextContent.Trim()));

        Assert.Equal(303, (int)(await Save(again)).StatusCode);
        var now = await Now();
        Assert.Equal(("Pier 9", "Cake aboard", $"{Aurora}"),
            (Text(now["meeting_point"]), Text(now["notes"]), Text(now["vessel_id"])));
    }

    [Fact]
    public async Task A_mistake_of_the_second_editor_s_does_not_hide_what_the_first_changed()
    {
        await Begin();
        var page = await Cast.Olive.Browser.Page(Edit);
        await Put(charter, new() { ["notes"] = "Cake aboard" }).Json();

        var mistaken = await Save(page, ("event_date", "1900-01-01"));
        Assert.Equal(422, (int)mistaken.StatusCode);

        Assert.Equal(412, (int)(await Save(await mistaken.Html(), ("event_date", "2026-07-04"))).StatusCode);
    }

    [Fact]
    public async Task A_captain_chosen_meanwhile_is_not_undone_by_an_editor_who_chose_none()
    {
        await Begin();
        var page = await Cast.Olive.Browser.Page(Edit);
        await Put(charter, new() { ["captain_id"] = Cast.Olive.MemberId }).Json();

        await Save(page, ("notes", "Cake aboard"));

        var now = await Now();
        Assert.Equal((Text(now["captain_id"]), Text(now["notes"])), ($"{Cast.Olive.MemberId}", "Cake aboard"));
    }

    [Fact]
    public async Task A_captain_may_be_changed_but_not_left_out()
    {
        await Begin();
        var page = await Cast.Dana.Browser.Page(Edit);
        Assert.Equal(303, (int)(await Save(page, ("captain_id", $"{Cast.Olive.MemberId}"))).StatusCode);

        var refused = await Save(await Cast.Dana.Browser.Page(Edit), ("captain_id", ""));

        Assert.Equal("Choose the captain.", (await refused.Html()).GetElementById("captain_id-e")!.TextContent);
    }

    [Fact]
    public async Task An_hour_the_clocks_show_twice_keeps_its_offset_in_the_form()
    {
        charter =
            await Cast.Plan(
                Aurora, new() { ["event_date"] = "2026-11-01", ["departure_time"] = "2026-11-01T01:30-08:00" })
            .Json(201);
        var page = await Cast.Dana.Browser.Page(Edit);
        Assert.Equal("2026-11-01T01:30-08:00", Value(page, "departure_time"));

        Assert.Equal(303, (int)(await Save(page, ("notes", "Bring a torch"))).StatusCode);

        Assert.Equal("2026-11-01T09:30:00Z", Text((await Now())["departure_time"]));
    }

    [Fact]
    public async Task A_draft_is_not_there_for_the_crew_and_a_charter_is_not_theirs_to_edit()
    {
        await Begin(new() { ["publish"] = false });
        Assert.Equal(404, (int)(await Cast.Kim.Browser.GetAsync(Edit)).StatusCode);
        await Cast.Dana.Api.Post($"/api/events/{charter["id"]}/publish").Json();

        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync(Edit)).StatusCode);
    }

    private static string Value(IDocument page, string id) => page.GetElementById(id)?.GetAttribute("value") ?? "";

    private static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private async Task Begin(JsonObject? more = null)
    {
        var plan = new JsonObject { ["departure_time"] = "13:00", ["return_time"] = "15:00" };
        foreach (var (field, value) in more ?? []) plan[field] = value?.DeepClone();
        charter = await Cast.Plan(Aurora, plan).Json(201);
    }

    private Task<JsonNode> Now() => Cast.Dana.Api.Get($"/api/events/{charter["id"]}").Json();

    /// <summary>
    /// Sends the form as it stands on the page, with some fields typed over, by Olive who owns it all.
    /// </summary>
    private Task<HttpResponseMessage> Save(IDocument page, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        var fields = form.Elements
            .Where(field => field.GetAttribute("name") is { Length: > 0 } && field is not IHtmlButtonElement)
            .ToDictionary(field => field.GetAttribute("name")!, ValueOf);
        foreach (var (name, value) in typed) fields[name] = value;
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
