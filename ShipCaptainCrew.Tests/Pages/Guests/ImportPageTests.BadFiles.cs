using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

/// <summary>Files that are no guest list, or a very long one.</summary>
public sealed partial class ImportPageTests
{
    private const string Save = "save or download it as CSV and choose that file.";

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "guests.csv", Rows("G"), "You can add at most 200 guests at once." },
        { "guests.csv", "name\nBen\0Cole\n"u8.ToArray(), "This has characters that cannot be shown." },
        { "guests.csv", "PK\u0003\u0004workbook"u8.ToArray(), Save },
        { "guests.txt", "%PDF-1.7"u8.ToArray(), Save },
        { "guests.xlsx", "PK\u0003\u0004workbook"u8.ToArray(), Save },
        { "Guests.ODS", "PK\u0003\u0004workbook"u8.ToArray(), Save },
        { "guests.csv", ""u8.ToArray(), "Paste a list, or choose a file." },
        { "guests.csv", "\n\n"u8.ToArray(), "This list is empty." },
    };

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_file_is_refused_with_one_reason_and_what_to_do(string name, byte[] content, string why)
    {
        await using var day = await CharterFixture.Begin();

        var page = await UploadAs(day, name, content);

        Assert.Null(page.QuerySelector("tbody"));
        Assert.EndsWith(why, Assert.Single(page.QuerySelectorAll("#errs a")).TextContent, StringComparison.Ordinal);
        Assert.Empty(await Names(day));
    }

    [Fact]
    public async Task A_list_of_one_column_in_UTF_16_is_read()
    {
        await using var day = await CharterFixture.Begin();

        var page = await UploadAs(day, "guests.txt", Encoding.Unicode.GetBytes("Ben Cole\r\nZoë Müller\r\n"));

        Assert.Equal(["Ben Cole", "Zoë Müller"], page.QuerySelectorAll("tbody th").Select(name => name.TextContent));
        Assert.Contains("2 rows can be added, 0 cannot, 0 need your decision.", page.Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_or_text_of_100_000_rows_is_refused_and_adds_nobody()
    {
        await using var day = await CharterFixture.Begin();
        var import = $"{day.Charter}/guests/import";
        var (kim, rows) = (day.Cast.Kim.Browser, Encoding.UTF8.GetString(Rows("G")));

        var pasted = await kim.PostForm(import, ("list", rows));
        var added = await kim.PostForm(import, "?handler=Add", ("list", rows), ("rows", "200"));
        var large = await UploadAs(day, "guests.csv", Rows("Guest of the big party, guest@example.com, "));

        Assert.Equal((422, 422), ((int)pasted.StatusCode, (int)added.StatusCode));
        Assert.Contains("Keep this to 200000 characters", (await pasted.Html()).GetElementById("list-e")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("That is more than one megabyte.", large.QuerySelector("h1")!.TextContent);
        Assert.Empty(await Names(day));
    }

    /// <summary>A list of 100,000 rows.</summary>
    private static byte[] Rows(string row) => Encoding.UTF8.GetBytes(
        "name\n" + string.Concat(Enumerable.Range(1, 100_000).Select(number => $"{row}{number}\n")));
}
