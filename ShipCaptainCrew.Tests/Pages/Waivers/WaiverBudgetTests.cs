using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>Limits on the page size for slow phones, and fifty guests signing at once.</summary>
public sealed class WaiverBudgetTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const int Kilobyte = 1024;

    [Fact]
    public async Task A_first_visit_with_the_sample_text_stays_within_the_size_budget()
    {
        var template = await fixture.Queen.Waiver();
        await fixture.Queen.Dana.Api.Put($"/api/waiver-templates/{template}", new { html = SampleWaiver.English })
            .Json();
        var (_, address) =
            await fixture.Queen.Guest((await fixture.Charter()).Id(), "Benjamin Cole-Featherstonehaugh", minor: true);
        using var phone = fixture.Ship.Phone();
        var page = await phone.Page(address);
        var assets = page.QuerySelectorAll("link[href]:not([href^='data:']), script[src]")
            .Select(tag => tag.GetAttribute("href") ?? tag.GetAttribute("src")!).Distinct().ToList();

        var html = await Bytes(phone, address);
        var script = await Bytes(phone, assets.Single(asset => asset.EndsWith(".js", StringComparison.Ordinal)));
        var rest = 0;
        foreach (var asset in assets) rest += await Bytes(phone, asset);

        Assert.InRange(html, 1, 4 * Kilobyte);
        Assert.InRange(script, 1, 3 * Kilobyte / 2);
        Assert.InRange(rest - script, 1, 4 * Kilobyte);
        Assert.InRange(html + rest + LogoImage.MaxBytes, 1, 10 * Kilobyte);
        Assert.InRange(1 + assets.Count + 1, 1, 4); // the page, its assets and a logo
    }

    [Fact]
    public async Task Fifty_guests_signing_at_once_make_fifty_records()
    {
        if (await fixture.Queen.Look(db => Task.FromResult(!db.WaiverTemplates.Any()))) await fixture.Queen.Waiver();
        var vessel =
            (await fixture.Queen.Dana.Api.Post("/api/vessels", new { name = "Ferry", passenger_capacity = 60 })
                .Json(201)).Id();
        var charter = (await fixture.Queen.Plan(vessel).Json(201)).Id();
        var pages = new List<string>();
        for (var number = 1; number <= 50; number++)
            pages.Add((await fixture.Queen.Guest(charter, $"Guest {number}")).Page);
        using var phone = fixture.Ship.Phone();
        var before = (await fixture.Queen.Book()).Count;

        var answers =
            await Task.WhenAll(pages.Concat(pages[..10]).Select((page, i) => phone.Sign(page, $"Signer {i}")));

        Assert.All(answers, answer => Assert.Equal(303, (int)answer.StatusCode));
        var records = (await fixture.Queen.Book())[before..];
        Assert.Equal(50, records.Count);
        Assert.Equal(50, records.Select(record => record.GuestId).Distinct().Count());
        Assert.Equal(Enumerable.Range(before + 1, 50), records.Select(record => (int)record.Seq));
        Assert.All(records.Zip(records.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
    }

    private static async Task<int> Bytes(HttpClient phone, string address)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await phone.SendAsync(request);
        Assert.Equal((200, "br"), ((int)answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}
