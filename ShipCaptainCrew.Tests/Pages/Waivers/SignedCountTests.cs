using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>How many of a party have signed, and the way from one receipt to the next person.</summary>
public sealed partial class SignedCountTests : IAsyncLifetime
{
    private CharterFixture day = null!;
    private HttpClient phone = null!;
    private string link = "";

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        phone = day.Ship.Phone();
        await day.Cast.Waiver();
        link = await day.JoinLink("party");
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await day.DisposeAsync();
    }

    [Fact]
    public async Task A_party_goes_from_receipt_to_receipt_until_all_have_signed()
    {
        await Expect(2);
        var first = await Receipt("Ben Cole");

        var turn = first.QuerySelector(".turn")!;
        Assert.Equal("1 of 2 signed", turn.QuerySelector(".prog b")!.TextContent);
        Assert.Contains("1 can still sign on their own phones", turn.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{link}?lang=en&by=party&party={Token(link)}", turn.QuerySelector("a.go")!.GetAttribute("href"));
        Assert.Equal("1 of 2 signed", (await phone.Page(link)).QuerySelector(".prog b")!.TextContent);

        var last = (await Receipt("Mia Cole")).QuerySelector(".turn.calm")!;

        Assert.Contains("All 2 signed.", last.TextContent, StringComparison.Ordinal);
        Assert.Null(last.QuerySelector("a"));
    }

    [Fact]
    public async Task A_party_of_unknown_size_can_always_add_another_person()
    {
        var turn = (await Receipt("Ben Cole")).QuerySelector(".turn.calm")!;

        Assert.Equal("Add another person", turn.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task The_waiver_says_how_many_have_signed_and_never_who()
    {
        await Expect(8);
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ana Lee");
        await day.Cast.Signs(day.CharterId, "Ben Cole");

        var shown = await phone.Page(page);

        Assert.Equal("1 of 8 signed", shown.QuerySelector(".prog b")!.TextContent);
        Assert.Equal(8, shown.QuerySelectorAll(".prog .bar i").Length);
        Assert.DoesNotContain("Ben", shown.Text(), StringComparison.Ordinal);
    }

    private async Task Expect(int guests) =>
        await day.Cast.Dana.Api.Put(day.Api, new { guests_expected = guests }).Json();

    private static string Token(string address) => address.Split('/')[^1];

    /// <summary>Joins by the party's link and signs.</summary>
    private async Task<AngleSharp.Dom.IDocument> Receipt(string name)
    {
        var added = await phone.Send(link, ("name", name));
        var signed = await phone.Sign(added.Headers.Location!.OriginalString, name);
        return await phone.Page(signed.Headers.Location!.OriginalString);
    }
}
