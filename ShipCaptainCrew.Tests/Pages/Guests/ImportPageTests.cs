using System.Text;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class ImportPageTests
{
    private const string ThreeRows = "name,email\nBen Cole,ben@example.com\nMia Cole,\nTom Reyes,nope\n";

    [Fact]
    public async Task An_import_previews_each_row_and_changes_nothing_until_it_is_added()
    {
        await using var day = await CharterFixture.Begin();
        var import = $"{day.Charter}/guests/import";

        var preview = await (await day.Cast.Kim.Browser.PostForm(import, ("list", ThreeRows))).Html();

        Assert.Equal(["Will be added", "Will be added"],
            preview.QuerySelectorAll("tbody .badge").Select(badge => badge.TextContent));
        var asked = preview.QuerySelector("tbody input[name=add][value='4'][checked]")!.Closest("td")!;
        Assert.Contains("“nope” is left out", asked.TextContent, StringComparison.Ordinal);
        Assert.Equal("Add the chosen rows", preview.QuerySelector("form[action*=Add] button")!.TextContent);
        Assert.Empty(await Names(day));
        var added =
            await day.Cast.Kim.Browser.PostForm(import, "?handler=Add",
                [
                    .. preview.QuerySelectorAll("form[action*=Add] :is(input, textarea)")
                        .Where(field => field.GetAttribute("name")![0] != '_')
                        .Select(field =>
                            (field.GetAttribute("name")!, field.GetAttribute("value") ?? field.TextContent)),
                ]);
        Assert.Equal(303, (int)added.StatusCode);
        Assert.Equal(["Ben Cole", "Mia Cole", "Tom Reyes"], await Names(day));
    }

    [Fact]
    public async Task A_file_can_be_imported()
    {
        await using var day = await CharterFixture.Begin();
        var import = $"{day.Charter}/guests/import";
        var token =
            (await day.Cast.Kim.Browser.Page(import))
                .QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form =
            new MultipartFormDataContent {
                { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(""), "list" } };
        form.Add(
            new ByteArrayContent(
                Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("name\tphone\r\nJosé Müller\t1\r\n"))
                    .ToArray()),
            "file", "guests.csv");

        var preview =
            await (await day.Cast.Kim.Browser.PostAsync(import, form, TestContext.Current.CancellationToken)).Html();

        Assert.Equal("José Müller", preview.QuerySelector("tbody th")!.TextContent);
    }

    private static async Task<IEnumerable<string?>> Names(CharterFixture day) =>
        (await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json())["guests"]!.AsArray()
            .Select(guest => (string?)guest!["name"]);
}
