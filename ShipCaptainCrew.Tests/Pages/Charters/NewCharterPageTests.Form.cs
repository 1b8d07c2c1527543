using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class NewCharterPageTests
{
    [Fact]
    public async Task An_empty_form_is_refused_with_errors_for_vessel_date_and_captain()
    {
        var answer = await Post(("vessel_id", ""), ("event_date", ""), ("captain_id", ""), ("title", "Ben's day"));

        Assert.Equal(422, (int)answer.StatusCode);
        var page = await answer.Html();
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#vessel_id", "#event_date", "#captain_id"],
            page.QuerySelectorAll("#errs a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Choose a vessel.", page.GetElementById("vessel_id-e")!.TextContent);
        Assert.Equal("Ben's day", ((IHtmlInputElement)page.GetElementById("title")!).Value);
    }

    [Fact]
    public async Task Only_qualified_members_are_offered()
    {
        await Cast.Vessel("Mistral");

        var page = await Cast.Dana.Browser.Page(New);

        Assert.Equal(["Choose the captain", "Kim", "Olive"], Options(page, "captain_id"));
        Assert.Equal(["Open to claim", "Kim", "Max", "Olive"], Options(page, "crew-0-member_id"));
        Assert.Equal(["Open to claim", "Alex", "Max", "Olive", "Sam"], Options(page, "crew-2-member_id"));
        Assert.Equal(["Choose a vessel", "Aurora", "Mistral"], Options(page, "vessel_id"));
    }

    [Fact]
    public async Task Values_derived_from_the_type_are_shown_before_saving()
    {
        var type = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset, new(1, 1, 1),
            await Cast.Template("Before departure", "Bilge pump"));

        var answer =
            await Post(("charter_type_id", $"{type}"), ("event_date", "2026-07-04"), ("vessel_id", $"{Aurora}"),
                ("notes", "Cake aboard"), ("fill", "true"));

        Assert.Equal(200, (int)answer.StatusCode);
        var page = await answer.Html();
        Assert.Null(page.GetElementById("errs"));
        Assert.Equal(["5:30 PM Aboard", "6:30 PM Departs", "8:00 PM Sunset", "8:30 PM Back"],
            page.QuerySelectorAll("#brings .legs li").Select(leg =>
                $"{leg.QuerySelector("time")!.TextContent} {leg.LastChild!.TextContent.Trim()}"));
        Assert.Equal("Los Angeles time · 90 min before sunset", page.QuerySelector("#brings .meta")!.TextContent);
        Assert.Equal(["Aurora is free all day", "1 first mate, 1 deckhand open to claim", "Checklists 1, 1 items"],
            page.QuerySelectorAll("#brings .rows li").Select(line => line.Words()));
        Assert.Equal("Cake aboard", page.GetElementById("notes")!.TextContent.Trim());
        Assert.Equal(2, page.QuerySelectorAll("select[id^=crew-]").Length);
        Assert.Empty((await Cast.Dana.Api.Get("/api/events").Json())["items"]!.AsArray());
    }

    [Fact]
    public async Task An_ambiguous_time_is_refused_and_its_field_accepts_an_offset()
    {
        var answer =
            await Post(("vessel_id", $"{Aurora}"), ("event_date", "2026-11-01"), ("captain_id", $"{Cast.Kim.MemberId}"),
                ("departure_time", "01:30"));

        var page = await answer.Html();
        Assert.Contains(
            "happens twice", page.GetElementById("departure_time-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("text", page.GetElementById("departure_time")!.GetAttribute("type"));
    }

    [Fact]
    public async Task A_return_date_without_a_return_time_is_refused()
    {
        var answer =
            await Post(("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
                ("departure_time", "21:00"), ("return_date", "2026-07-05"));

        Assert.Equal("Enter the return time too.",
            (await answer.Html()).GetElementById("return_time-e")!.TextContent);
    }

    private static IEnumerable<string> Options(IDocument page, string id) =>
        page.QuerySelectorAll($"#{id} option").Select(option => option.TextContent)
            .Where(name => !name.StartsWith("founder", StringComparison.Ordinal));
}
