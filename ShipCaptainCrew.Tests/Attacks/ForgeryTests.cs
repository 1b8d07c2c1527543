using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests requests that a page of another site sends from the browser of a signed-in user.</summary>
public sealed class ForgeryTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private IEnumerable<Endpoint> Forms =>
        endpoints.All.Where(
            endpoint => endpoint is { Changes: true, IsForPrograms: false, IsFile: false }
                && endpoint.Route is not "/error");

    [Fact]
    public async Task A_form_without_its_own_token_or_from_another_site_is_refused()
    {
        var olive = endpoints.Queen.Olive.Browser;
        var before = await endpoints.StoredData();
        var ownToken = await Token(olive, $"/{endpoints.Queen.Slug}/me");
        var otherToken = await Token(endpoints.Robin.Browser, "/strangers/me");
        Assert.True(Forms.Count() > 40);
        foreach (var endpoint in Forms)
        {
            if (!endpoint.IsByTokenAlone)
            {
                Assert.Equal((endpoint, 400), (endpoint, await Post(endpoint, null)));
                Assert.Equal((endpoint, 400), (endpoint, await Post(endpoint, otherToken)));
                var query = $"?__RequestVerificationToken={Uri.EscapeDataString(ownToken)}";
                var withQuery = endpoint with { Address = endpoint.Address + query };
                Assert.Equal((endpoint, 400), (endpoint, await Post(withQuery, null)));
            }

            Assert.Equal((endpoint, 403), (endpoint, await Post(endpoint, ownToken, "Sec-Fetch-Site", "cross-site")));
            Assert.Equal((endpoint, 403), (endpoint, await Post(endpoint, ownToken, "Sec-Fetch-Site", "same-site")));
            Assert.Equal((endpoint, 403), (endpoint, await Post(endpoint, ownToken, "Origin", "https://evil.example")));
        }

        Assert.Equal(before, await endpoints.StoredData());

        async Task<int> Post(Endpoint endpoint, string? token, string header = "X-Nothing", string value = "at all")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address);
            request.Headers.Add(header, value);
            request.Content = new FormUrlEncodedContent(
                token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var response = await olive.SendAsync(request, stop);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_call_the_API_with_a_cookie()
    {
        var before = await endpoints.StoredData();
        foreach (var endpoint in endpoints.All.Where(endpoint => endpoint is { Changes: true, IsForPrograms: true }))
        {
            (string Name, string Value)[] headers =
                [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")];
            foreach (var (header, value) in headers)
            {
                using var request = new HttpRequestMessage(new(endpoint.Method), endpoint.Address);
                request.Headers.Add(header, value);
                request.Content = new StringContent("{}", Encoding.UTF8, "text/plain");
                using var response = await endpoints.Queen.Olive.Browser.SendAsync(request, stop);
                Assert.Equal((endpoint, 403), (endpoint, (int)response.StatusCode));
            }
        }

        Assert.Equal(before, await endpoints.StoredData());
    }

    [Fact]
    public async Task Reading_any_page_changes_no_stored_data()
    {
        var before = await endpoints.StoredData();
        HttpClient[] clients =
        [
            endpoints.Queen.Olive.Browser,
            endpoints.Queen.Olive.Api,
            endpoints.Queen.Kim.Browser,
            endpoints.Anonymous(),
        ];
        foreach (var client in clients)
        {
            foreach (var endpoint in endpoints.All.Where(endpoint => endpoint is { Method: "GET", IsFile: false }))
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var response = await client.SendAsync(
                        new(method, endpoint.Address), HttpCompletionOption.ResponseHeadersRead, stop);
                    Assert.True((int)response.StatusCode < 500, $"{endpoint}: {(int)response.StatusCode}");
                }
            }
        }

        Assert.Equal(before, await endpoints.StoredData());
    }

    private static async Task<string> Token(HttpClient browser, string page) =>
        (await browser.Page(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
