using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

/// <summary>What the person who imports a list decides: about rows that are not clear, and about columns.</summary>
public sealed partial class ImportPageTests
{
    [Fact]
    public async Task Two_guests_of_one_name_are_asked_about_and_both_added()
    {
        await using var day = await CharterFixture.Begin();
        var (import, kim) = ($"{day.Charter}/guests/import", day.Cast.Kim.Browser);
        var preview = await (await kim.PostForm(
            import, ("list", "name,email\nRobert Lee,bob@example.com\nRobert Lee,rob@example.com\n"))).Html();

        Assert.Contains("1 row can be added, 0 cannot, 1 needs your decision.", preview.Body!.TextContent,
            StringComparison.Ordinal);
        var box = preview.QuerySelector<IHtmlInputElement>("tbody input[name=add]")!;
        Assert.Equal(("3", true), (box.Value, box.IsChecked));
        Assert.Contains("Somebody with this name is already on the list.", box.Closest("td")!.TextContent,
            StringComparison.Ordinal);
        await kim.Press(preview.QuerySelector("form[action*=Add]")!, $"{import}?handler=Add");

        Assert.Equal(["Robert Lee", "Robert Lee"], await Names(day));
        await day.Guest("Robert Lee", new { email = "robert@example.com" });
        Assert.Equal(3, (await Names(day)).Count());
    }

    [Fact]
    public async Task A_similar_name_on_the_list_is_asked_about_and_not_added_if_it_is_the_same_person()
    {
        await using var day = await CharterFixture.Begin();
        var (import, kim) = ($"{day.Charter}/guests/import", day.Cast.Kim.Browser);
        await day.Guest("Siobhán O’Brien");
        var preview = await (await kim.PostForm(
            import, ("list", "name\nSiobhan Mary O'Brien\nSIOBHAN O'BRIEN\nBen Cole\n"))).Html();
        var questions = preview.QuerySelectorAll("tbody td").Select(cell => cell.TextContent).ToList();

        Assert.Contains(questions, cell => cell.Contains(
            "Is this a different person from Siobhán O’Brien?", StringComparison.Ordinal));
        Assert.Contains(questions, cell => cell.Contains(
            "Somebody with this name is already on the list.", StringComparison.Ordinal));
        foreach (var box in preview.QuerySelectorAll<IHtmlInputElement>("tbody input[name=add]"))
            box.RemoveAttribute("checked");
        await kim.Press(preview.QuerySelector("form[action*=Add]")!, $"{import}?handler=Add");

        Assert.Equal(["Siobhán O’Brien", "Ben Cole"], await Names(day));
    }

    [Fact]
    public async Task What_a_column_holds_is_shown_in_the_preview_and_can_be_changed()
    {
        await using var day = await CharterFixture.Begin();
        var (import, kim) = ($"{day.Charter}/guests/import", day.Cast.Kim.Browser);
        var preview = await (await kim.PostForm(
            import, ("list", "name,how to reach\nBen Cole,ben@example.com\n"))).Html();
        var column = preview.QuerySelector<IHtmlSelectElement>("#column-1")!;
        Assert.Equal(("how to reach", "ignored"),
            (preview.QuerySelector("label[for=column-1]")!.TextContent, column.Value));
        Assert.DoesNotContain("ben@", preview.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        column.Value = "email";
        var changed = await (await kim.Press(column.Closest("form")!, import)).Html();
        Assert.Contains("ben@example.com", changed.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await kim.Press(changed.QuerySelector("form[action*=Add]")!, $"{import}?handler=Add");

        var guests = await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json();
        Assert.Equal("ben@example.com", (string?)guests["guests"]![0]!["email"]);
    }

    [Fact]
    public async Task A_damaged_name_is_shown_and_the_other_rows_are_added()
    {
        await using var day = await CharterFixture.Begin();
        var (import, kim) = ($"{day.Charter}/guests/import", day.Cast.Kim.Browser);

        var preview = await (await kim.PostForm(import,
            ("list", "name,guardian,minor,needs\nEva Mu\uFFFDoz,,,\nMia Cole,Ann Cole,yes,nuts\n"))).Html();

        var rows = preview.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Contains("The name is damaged.", rows[0], StringComparison.Ordinal);
        Assert.Contains("minor, Ann Cole, nuts", rows[1], StringComparison.Ordinal);
        await kim.Press(preview.QuerySelector("form[action*=Add]")!, $"{import}?handler=Add");
        Assert.Equal(["Mia Cole"], await Names(day));
    }
}
