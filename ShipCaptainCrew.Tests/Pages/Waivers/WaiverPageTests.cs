using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>A guest signs with just their link: no account, no cookies, no scripts.</summary>
public sealed partial class WaiverPageTests(TwoOperatorsFixture fixture)
    : IClassFixture<TwoOperatorsFixture>, IAsyncLifetime
{
    private readonly HttpClient phone = fixture.Ship.Phone();
    private Guid charter;

    private Cast Queen => fixture.Queen;

    public async ValueTask InitializeAsync()
    {
        if (await Queen.Look(db => db.WaiverTemplates.CountAsync()) == 0) await Queen.Waiver();
        charter = (await fixture.Charter()).Id();
    }

    public ValueTask DisposeAsync()
    {
        phone.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_guest_reads_the_text_with_their_name_filled_in_and_signs_it()
    {
        var (guest, page) = await Queen.Guest(charter, "Ben Cole");

        var form = await phone.Page(page);
        Assert.Contains("I, Ben Cole, sail aboard Aurora with Queen of San Diego on Saturday, July 4, 2026.",
            form.QuerySelector(".signed")!.TextContent, StringComparison.Ordinal);
        var signed = await phone.Sign(page, "Ben Cole", ("signature", "M10 10L20 20"));

        Assert.Equal(303, (int)signed.StatusCode);
        var receipt = await phone.Page(signed.Headers.Location!.OriginalString);
        Assert.Equal("signed", (string?)(await Queen.Listed(charter, guest))["waiver"]!["status"]);
        var record = (await Queen.Book())[^1];
        Assert.Contains(record.Reference, receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(record.Hash), receipt.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("M10 10L20 20", receipt.QuerySelector("svg path")!.GetAttribute("d"));
        Assert.Contains("BEGIN PUBLIC KEY", receipt.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(form.QuerySelector(".signed")!.InnerHtml, receipt.QuerySelector(".signed")!.InnerHtml);
    }

    [Fact]
    public async Task Signing_again_shows_the_receipt_of_the_first_signature()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        await phone.Sign(page, "Ben Cole");
        var before = (await Queen.Book()).Count;

        var again = await phone.Sign(page, "Somebody Else");

        Assert.Equal(303, (int)again.StatusCode);
        Assert.Equal(before, (await Queen.Book()).Count);
        Assert.Contains("Thank you, Ben Cole.",
            (await phone.Page(again.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await phone.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Concurrent_signatures_of_one_waiver_make_one_record()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        var before = (await Queen.Book()).Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => phone.Sign(page, "Ben Cole")));

        Assert.All(answers, answer => Assert.Equal(303, (int)answer.StatusCode));
        Assert.Equal(before + 1, (await Queen.Book()).Count);
    }

    [Fact]
    public async Task On_a_kiosk_the_receipt_links_and_refreshes_to_the_form_for_the_next_person()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        var address = (await phone.Sign($"{page}?kiosk=t0ken", "Ben Cole")).Headers.Location!.OriginalString;
        var receipt = await phone.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal("20; url=/party/t0ken?kiosk=1", receipt.Headers.GetValues("Refresh").Single());
        Assert.Equal("/party/t0ken?kiosk=1", (await receipt.Html()).QuerySelector("a.btn")!.GetAttribute("href"));
        Assert.Equal("kiosk", WaiverContent.Read((await Queen.Book())[^1].Body!).ReachedBy.Kind);
    }
}
