using System.Text;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverRecords;

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
