using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed partial class WaiverPageTests
{
    [Fact]
    public async Task A_cross_site_post_cannot_sign()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        using var request =
            new HttpRequestMessage(HttpMethod.Post, page)
            {
                Headers = { { "Sec-Fetch-Site", "cross-site" } },
                Content = new FormUrlEncodedContent([new("signer_name", "Ben Cole"), new("consent", "true")]),
            };

        Assert.Equal(403, (int)(await phone.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_page_is_not_cached_not_indexed_and_sets_no_cookie()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        var answer = await phone.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("noindex", (await answer.Html()).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_token_is_not_stored_even_if_the_form_has_an_idempotency_key()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        await phone.Sign(page, "Ben Cole", ("Idempotency-Key", "one"));

        var stored =
            string.Concat(Directory.EnumerateFiles(fixture.Ship.Folder, "shipcaptaincrew.db*").Select(ReadAll));

        Assert.Contains("Ben Cole", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(page["/waivers/".Length..], stored, StringComparison.Ordinal);
    }

    private static string ReadAll(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
