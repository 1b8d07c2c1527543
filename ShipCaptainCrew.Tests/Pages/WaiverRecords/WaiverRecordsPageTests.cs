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
    public async Task The_owner_finds_a_signed_waiver_by_name_charter_or_day(string search, int found)
    {
        var page = await signed.Owner.Page(signed.Book + search);

        Assert.Equal(found, page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_removed_guest_is_still_found_by_the_start_of_the_name()
    {
        var guests = await signed.Day.Cast.Dana.Api.Get($"{signed.Day.Api}/guests").Json();
        var cleo = guests["guests"]!.AsArray().First(guest => (string?)guest!["name"] == "Cleo")!.Id();
        using (await signed.Day.Cast.Dana.Api.DeleteAsync($"{signed.Day.Api}/guests/{cleo}", stop)) { }

        Assert.Single((await signed.Owner.Page($"{signed.Book}?q=cle")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_waiver_records_page_uses_a_fixed_number_of_queries()
    {
        var one = await signed.Day.Ship.Queries.During(() => signed.Owner.Page($"{signed.Book}?q=o'neil"));
        var all = await signed.Day.Ship.Queries.During(() => signed.Owner.Page($"{signed.Book}?q=sunset"));

        Assert.Equal(one, all);
    }

    [Fact]
    public async Task The_owner_can_check_all_waiver_records()
    {
        var page = await signed.Owner.Page($"{signed.Book}?check=true");

        Assert.Contains("All 3 records match", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_owners_see_all_waiver_records_and_only_the_office_and_captain_see_one_of_a_charter()
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
    public async Task A_record_shows_what_was_signed_and_is_not_cached()
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
    public async Task A_proof_pack_is_one_download_in_which_no_name_can_close_the_script_element()
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
    public async Task The_CSV_of_the_waiver_records_contains_no_formulas()
    {
        var csv = Encoding.UTF8.GetString(await signed.Owner.GetByteArrayAsync($"{signed.Book}.csv", stop));

        Assert.Equal('\uFEFF', csv[0]);
        Assert.Contains("Ann O'Neil,Ann O'Neil,Sunset sail,Aurora,2026-07-04", csv, StringComparison.Ordinal);
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_hold_needs_a_reason_which_is_not_logged_and_can_be_lifted()
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
