using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverRecords;

public sealed class AlteredWaiverTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_altered_record_is_reported_on_both_pages_and_in_the_API_and_its_content_is_not_shown()
    {
        var signed = new SignedDay();
        await using var _ = signed;
        await signed.InitializeAsync();
        signed.Tamper(
            "UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), 'at my own risk', 'at your risk!!') AS BLOB) "
            + "WHERE Seq = 1");
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
