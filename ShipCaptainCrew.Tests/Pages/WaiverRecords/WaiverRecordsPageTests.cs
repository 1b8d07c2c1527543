using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverRecords;

/// <summary>A charter on which three have signed.</summary>
public sealed class SignedDay : IAsyncLifetime
{
    public const string Wicked = "</script><b>=1+1";

    public CharterFixture Day { get; private set; } = null!;

    public Guid Ann { get; private set; }

    public Guid Wick { get; private set; }

    public string Book => $"/{Day.Cast.Slug}/waivers/book";

    public HttpClient Owner => Day.Cast.Olive.Browser;

    public async ValueTask InitializeAsync()
    {
        Day = await CharterFixture.Begin();
        await Day.Cast.Waiver(
            "Release of liability", "<h2>Release</h2><p>I, {{name}}, sail on {{vessel}} at my own risk.</p>");
        Ann = await Day.Cast.Signs(Day.CharterId, "Ann O'Neil");
        Wick = await Day.Cast.Signs(Day.CharterId, Wicked);
        await Day.Cast.Signs(Day.CharterId, "Cleo");
    }

    public ValueTask DisposeAsync() => Day.DisposeAsync();

    /// <summary>Does it to the file, past the guards, as root could.</summary>
    public void Tamper(string sql)
    {
        using var file = SqliteFile.Open(Path.Combine(Day.Ship.Folder, StoragePaths.DatabaseName));
        file.Execute("DROP TRIGGER IF EXISTS waivers_keep_records; DROP TRIGGER IF EXISTS waivers_keep_words;");
        file.Execute(sql);
    }
}

public sealed class WaiverRecordsPageTests(SignedDay signed) : IClassFixture<SignedDay>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 3)]
    [InlineData("?q=o'neil", 1)]
    [InlineData("?q=%25", 0)]
    [InlineData("?q=sunset", 3)]
    [InlineData("?day=2026-07-04", 3)]
    [InlineData("?day=2026-07-05", 0)]
    [InlineData("?q=cleo&day=2026-07-04", 1)]
    public async Task The_owner_finds_a_signed_waiver_by_name_by_charter_or_by_day(string search, int found)
    {
        var page = await signed.Owner.Page(signed.Book + search);

        Assert.Equal(found, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Who_was_taken_off_the_list_is_still_found_by_how_the_name_begins()
    {
        var guests = await signed.Day.Cast.Dana.Api.Get($"{signed.Day.Api}/guests").Json();
        var cleo = guests["guests"]!.AsArray().First(guest => (string?)guest!["name"] == "Cleo")!.Id();
        using (await signed.Day.Cast.Dana.Api.DeleteAsync($"{signed.Day.Api}/guests/{cleo}", stop)) { }

        Assert.Single((await signed.Owner.Page($"{signed.Book}?q=cle")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_book_is_read_by_a_fixed_number_of_questions()
    {
        var one = await signed.Day.Ship.Queries.During(() => signed.Owner.Page($"{signed.Book}?q=o'neil"));
        var all = await signed.Day.Ship.Queries.During(() => signed.Owner.Page($"{signed.Book}?q=sunset"));

        Assert.Equal(one, all);
    }

    [Fact]
    public async Task The_whole_book_is_checked_when_the_owner_asks()
    {
        var page = await signed.Owner.Page($"{signed.Book}?check=true");

        Assert.Contains("All 3 records fit", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_owner_sees_the_book_and_only_who_may_sees_a_record()
    {
        var cast = signed.Day.Cast;
        foreach (var address in new[] { signed.Book, $"{signed.Book}.csv" })
        {
            Assert.Equal(403, (int)(await cast.Dana.Browser.GetAsync(address, stop)).StatusCode);
            Assert.Equal(403, (int)(await cast.Kim.Browser.GetAsync(address, stop)).StatusCode);
        }

        var record = $"{signed.Day.Charter}/waivers/{signed.Ann}";
        foreach (var address in new[] { record, $"{record}/proof" })
        {
            Assert.Equal(200, (int)(await cast.Dana.Browser.GetAsync(address, stop)).StatusCode);
            Assert.Equal(200, (int)(await cast.Kim.Browser.GetAsync(address, stop)).StatusCode);
            Assert.Equal(403, (int)(await cast.Sam.Browser.GetAsync(address, stop)).StatusCode);
        }
    }

    [Fact]
    public async Task A_record_shows_what_was_signed_and_is_kept_nowhere()
    {
        using var answer = await signed.Owner.GetAsync($"{signed.Day.Charter}/waivers/{signed.Ann}", stop);
        var page = await answer.Html();

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Contains(
            "I, Ann O'Neil, sail on Aurora at my own risk.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SigningSteps.Drawing, page.QuerySelector("path")!.GetAttribute("d"));
        Assert.Contains("203.0.113.7", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_pack_is_one_file_to_download_in_which_no_name_can_end_the_script()
    {
        using var answer = await signed.Owner.GetAsync($"{signed.Day.Charter}/waivers/{signed.Wick}/proof", stop);
        var html = await answer.Content.ReadAsStringAsync(stop);
        var page = await answer.Html();

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.DoesNotContain(SignedDay.Wicked, html, StringComparison.Ordinal);
        Assert.Equal(2, page.Scripts.Length);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.Equal(SignedDay.Wicked, page.QuerySelector("[data-of=signer_name]")!.TextContent);
        Assert.NotNull(JsonNode.Parse(page.GetElementById("proof")!.TextContent)!["record"]!["body"]);
    }

    [Fact]
    public async Task The_book_for_a_spreadsheet_holds_no_formula()
    {
        var csv = Encoding.UTF8.GetString(await signed.Owner.GetByteArrayAsync($"{signed.Book}.csv", stop));

        Assert.Equal('\uFEFF', csv[0]);
        Assert.Contains("Ann O'Neil,Ann O'Neil,Sunset sail,Aurora,2026-07-04", csv, StringComparison.Ordinal);
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_hold_needs_a_reason_is_logged_without_it_and_can_be_lifted()
    {
        using var empty = await signed.Owner.PostForm(signed.Book, $"?handler=Hold&id={signed.Ann}", ("reason", " "));
        using var held =
            await signed.Owner.PostForm(
                signed.Book, $"?handler=Hold&id={signed.Ann}", ("reason", "Claim of Ms O'Neil"));
        var page = await signed.Owner.Page($"{signed.Book}?q=o'neil");
        var log = await signed.Day.Cast.Dana.Api.Get($"{signed.Day.Api}/log").Json();
        using var lifted = await signed.Owner.PostForm(signed.Book, $"?handler=Lift&id={signed.Ann}");

        Assert.Equal((422, 303, 303), ((int)empty.StatusCode, (int)held.StatusCode, (int)lifted.StatusCode));
        Assert.Contains("Claim of Ms O'Neil", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("waiver.held", log.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Claim", log.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("On hold",
            (await signed.Owner.Page($"{signed.Book}?q=o'neil")).QuerySelector("tbody tr")!.TextContent,
            StringComparison.Ordinal);
    }
}

public sealed class AlteredWaiverTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_that_was_altered_says_so_on_its_page_in_the_book_and_to_programs_and_is_never_shown()
    {
        var signed = new SignedDay();
        await using var _ = signed;
        await signed.InitializeAsync();
        signed.Tamper(
            "UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), 'at my own risk', 'at your risk!!') AS BLOB) WHERE Seq = 1");
        var record = $"{signed.Day.Charter}/waivers/{signed.Ann}";

        var page = (await signed.Owner.Page(record)).Body!.TextContent;
        var book = await signed.Owner.Page($"{signed.Book}?check=true");
        var json = await signed.Day.Cast.Dana.Api.Get($"{signed.Day.Api}/waivers/{signed.Ann}").Json();
        using var proof = await signed.Owner.GetAsync($"{record}/proof", stop);

        Assert.Contains("This record was altered.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("at your risk", page, StringComparison.Ordinal);
        Assert.Contains("record 1 is not what was signed", book.QuerySelector(".note.alarm")!.TextContent,
            StringComparison.Ordinal);
        Assert.Single(book.QuerySelectorAll("tbody .badge.alarm"));
        Assert.True((bool)json["altered"]!);
        Assert.Null(json["html"]);
        Assert.Equal(record, proof.Headers.Location?.OriginalString ?? proof.RequestMessage!.RequestUri!.AbsolutePath);
    }
}
