using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Another site's page in the browser of somebody who is signed in here.</summary>
public sealed class ForgeryTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private IEnumerable<Endpoint> Forms =>
        endpoints.All.Where(
            endpoint => endpoint is { Changes: true, IsForPrograms: false, IsFile: false }
                && endpoint.Route is not "/error");

    [Fact]
    public async Task No_form_is_taken_without_its_own_token_or_from_another_site()
    {
        var (olive, kept) = (endpoints.Queen.Olive.Browser, await endpoints.Kept());
        var (mine, theirs) = (
            await Token(olive, $"/{endpoints.Queen.Slug}/me"), await Token(endpoints.Robin.Browser, "/strangers/me"));
        Assert.True(Forms.Count() > 40);
        foreach (var endpoint in Forms)
        {
            if (!endpoint.IsByTokenAlone)
            {
                Assert.Equal((endpoint, 400), (endpoint, await Post(endpoint, null)));
                Assert.Equal((endpoint, 400), (endpoint, await Post(endpoint, theirs)));
                Assert.Equal((endpoint, 400),
                    (endpoint,
                        await Post(
                            endpoint with {
                                Address =
                                    $"{endpoint.Address}?__RequestVerificationToken={Uri.EscapeDataString(mine)}" },
                            null)));
            }

            Assert.Equal((endpoint, 403), (endpoint, await Post(endpoint, mine, "Sec-Fetch-Site", "cross-site")));
            Assert.Equal((endpoint, 403), (endpoint, await Post(endpoint, mine, "Sec-Fetch-Site", "same-site")));
            Assert.Equal((endpoint, 403), (endpoint, await Post(endpoint, mine, "Origin", "https://evil.example")));
        }

        Assert.Equal(kept, await endpoints.Kept());

        async Task<int> Post(Endpoint endpoint, string? token, string header = "X-Nothing", string value = "at all")
        {
            using var request =
                new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Headers = { { header, value } } };
            request.Content =
                new FormUrlEncodedContent(
                    token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var answer = await olive.SendAsync(request, stop);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_cookie_makes_no_program_of_another_sites_page()
    {
        var kept = await endpoints.Kept();
        foreach (var endpoint in endpoints.All.Where(endpoint => endpoint is { Changes: true, IsForPrograms: true }))
        {
            foreach (var (header, value) in new[] {
                ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site") })
            {
                using var request =
                    new HttpRequestMessage(new(endpoint.Method),
                        endpoint.Address) { Headers = { { header, value } },
                            Content = new StringContent("{}", Encoding.UTF8, "text/plain") };
                using var answer = await endpoints.Queen.Olive.Browser.SendAsync(request, stop);
                Assert.Equal((endpoint, 403), (endpoint, (int)answer.StatusCode));
            }
        }

        Assert.Equal(kept, await endpoints.Kept());
    }

    [Fact]
    public async Task Whoever_only_looks_changes_nothing_that_is_kept()
    {
        var kept = await endpoints.Kept();
        foreach (var client in new[] {
            endpoints.Queen.Olive.Browser, endpoints.Queen.Olive.Api, endpoints.Queen.Kim.Browser, endpoints.Nobody() })
        {
            foreach (var endpoint in endpoints.All.Where(endpoint => endpoint is { Method: "GET", IsFile: false }))
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var answer =
                        await client.SendAsync(
                            new(method, endpoint.Address), HttpCompletionOption.ResponseHeadersRead, stop);
                    Assert.True((int)answer.StatusCode < 500, $"{endpoint}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Equal(kept, await endpoints.Kept());
    }

    private static async Task<string> Token(HttpClient browser, string page) =>
        (await browser.Page(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
