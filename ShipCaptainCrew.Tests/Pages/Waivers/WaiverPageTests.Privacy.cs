using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed partial class WaiverPageTests
{
    [Fact]
    public async Task No_other_site_signs_for_a_guest()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        using var request =
            new HttpRequestMessage(HttpMethod.Post,
                page) { Headers = { { "Sec-Fetch-Site", "cross-site" } },
                    Content = new FormUrlEncodedContent([new("signer_name", "Ben Cole"), new("consent", "true")]) };

        Assert.Equal(403, (int)(await phone.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_page_is_kept_nowhere_found_by_nobody_and_sets_no_cookie()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        var answer = await phone.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("noindex", (await answer.Html()).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_token_is_in_no_file_though_its_form_came_with_a_key()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");
        await phone.Sign(page, "Ben Cole", ("Idempotency-Key", "one"));

        var kept =
            string.Concat(Directory.EnumerateFiles(fixture.Ship.Folder, "shipcaptaincrew.db*").Select(Everything));

        Assert.Contains("Ben Cole", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(page["/waivers/".Length..], kept, StringComparison.Ordinal);
    }

    private static string Everything(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
