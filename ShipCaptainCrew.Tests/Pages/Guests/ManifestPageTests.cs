using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class ManifestPageTests
{
    [Fact]
    public async Task The_manifest_lists_crew_and_guests_with_a_line_for_the_signature()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Mark(await day.Guest("Ben Cole"), "boarded");
        await day.Guest("Mia Cole", new { minor = true, guardian_name = "Ben Cole" });

        var page = await day.Cast.Sam.Browser.Page($"{day.Charter}/manifest");

        var text = page.QuerySelector(".manifest")!.TextContent;
        foreach (var words in new[] { "Sunset sail", "Pier 3", "Kim", "+1 619 555 0100", "Ben Cole",
            "Mia Cole (minor: Ben Cole)", "Not signed", "Aboard", "5:30 PM", "8:00 PM", "Sunset",
            "Captain’s signature",
            "revision" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Equal(2, page.QuerySelectorAll(".manifest thead").Length);
    }

    [Fact]
    public async Task The_manifest_shows_the_captains_reason_for_overriding_the_gate()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Dana.Api.Put(day.Api, new { manning = new { first_mate = 0, deckhand = 1 } }).Json();
        await day.Cast.Kim.Api.Post($"{day.Api}/board").Json();
        await day.Cast.Kim.Api.Post($"{day.Api}/depart", new { override_reason = "The pump is aboard in a box" })
            .Json();

        var page = await day.Cast.Sam.Browser.Page($"{day.Charter}/manifest");

        Assert.Contains("Kim decided to leave anyway: The pump is aboard in a box",
            page.QuerySelector(".manifest")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signers_name_is_shown_on_every_list_if_it_differs_from_the_guests()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Ship.Sign((string)(await day.Guest("Petra Party"))["waiver_url"]!, "Somebody Else");
        await day.Ship.Sign((string)(await day.Guest("Ben Cole"))["waiver_url"]!, "ben  cole");

        Assert.Contains("✓ Signed by Somebody Else",
            (await day.Cast.Sam.Browser.Page($"{day.Charter}/guests")).Body!.TextContent, StringComparison.Ordinal);
        var rows = (await day.Cast.Sam.Browser.Page($"{day.Charter}/manifest")).QuerySelectorAll("tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent)));
        Assert.Superset(
            new HashSet<string> { "1|Petra Party|Signed by Somebody Else|Expected", "2|Ben Cole|Signed|Expected" },
            rows.ToHashSet());
        var csv =
            await day.Cast.Sam.Browser.GetStringAsync(
                $"{day.Charter}/manifest.csv", TestContext.Current.CancellationToken);
        Assert.Contains("Petra Party,,,no,,signed,Somebody Else,expected", csv, StringComparison.Ordinal);
        Assert.Contains("Ben Cole,,,no,,signed,Ben Cole,expected", csv, StringComparison.Ordinal);
        var book = await day.Cast.Olive.Browser.Page($"/{day.Cast.Slug}/waivers/book");
        Assert.Equal(["ben cole", "Somebody Else, for Petra Party"],
            book.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task The_CSV_manifest_contains_no_formulas_and_can_be_imported()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("=HYPERLINK(\"http://x\")", new { phone = "+1 619 555 0101", email = "ben@example.com" });
        await day.Guest("＠Mia, \"Captain\"");
        var address = $"{day.Charter}/manifest.csv";

        var answer = await day.Cast.Kim.Browser.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(("text/csv", "attachment", "nosniff", true),
            (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType,
                answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.CacheControl!.NoStore));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var lines = Encoding.UTF8.GetString(bytes)[1..].Split("\r\n");
        Assert.Equal(
            "\"'=HYPERLINK(\"\"http://x\"\")\",ben@example.com,'+1 619 555 0101,no,,not_required,,expected", lines[1]);
        Assert.Equal("\"'＠Mia, \"\"Captain\"\"\",,,no,,not_required,,expected", lines[2]);
        var read =
            ShipCaptainCrew.Actions.Guests.GuestList.Read(ShipCaptainCrew.Actions.Guests.GuestTable.Decode(bytes));
        Assert.Equal(["=HYPERLINK(\"http://x\")", "＠Mia, \"Captain\""], read.Clear.Select(line => line.Name));
        Assert.DoesNotContain("ben@example.com",
            await day.Cast.Sam.Browser.GetStringAsync(address, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }
}
