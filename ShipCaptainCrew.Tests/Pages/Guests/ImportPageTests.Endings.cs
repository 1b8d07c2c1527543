using System.Text;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class ImportPageTests
{
    private const string WrongEnding = "Choose a file that ends in .csv, .tsv or .txt.";

    [Theory]
    [InlineData("guests.json")]
    [InlineData("guests.csv.exe")]
    [InlineData("guests")]
    public async Task A_file_whose_name_has_another_ending_is_refused(string name)
    {
        await using var day = await CharterFixture.Begin();

        var page = await UploadAs(day, name);

        Assert.Null(page.QuerySelector("tbody"));
        Assert.Contains(WrongEnding, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guests.CSV")]
    [InlineData("guests.tsv")]
    [InlineData("guests.txt")]
    public async Task A_file_whose_name_ends_as_a_list_does_is_read(string name)
    {
        await using var day = await CharterFixture.Begin();

        var page = await UploadAs(day, name);

        Assert.DoesNotContain(WrongEnding, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("tbody"));
    }

    /// <summary>Uploads a list under that name; a list of one guest if no other is given.</summary>
    private static async Task<IDocument> UploadAs(CharterFixture day, string name, byte[]? content = null)
    {
        content ??= Encoding.UTF8.GetBytes("name,email\nBen Cole,ben@example.com\n");
        var (import, browser) = ($"{day.Charter}/guests/import", day.Cast.Kim.Browser);
        var token = (await browser.Page(import)).QuerySelector("input[name=__RequestVerificationToken]")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(""), "list" },
            { new ByteArrayContent(content), "file", name },
        };
        return await (await browser.PostAsync(import, form, TestContext.Current.CancellationToken)).Html();
    }
}
