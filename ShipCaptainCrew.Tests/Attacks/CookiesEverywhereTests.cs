using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Checks every cookie that any endpoint sets over TLS.</summary>
public sealed class CookiesEverywhereTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_cookie_is_host_only_secure_and_not_readable_by_scripts()
    {
        var names = new HashSet<string>();
        using var anonymous = endpoints.App.CreateClient(
            new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new("https://localhost") });
        foreach (var endpoint in endpoints.All.Where(endpoint => endpoint is { IsFile: false, Method: "GET" }))
        {
            foreach (var client in new[] { anonymous, endpoints.Queen.Olive.Browser, endpoints.Queen.Olive.Api })
            {
                using var response = await client.SendAsync(new(HttpMethod.Get, "https://localhost" + endpoint.Address),
                    HttpCompletionOption.ResponseHeadersRead, stop);
                CheckCookies(response);
            }
        }

        using var visitor =
            endpoints.App.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        CheckCookies(await visitor.PostForm("/sign-in", ("email", "alex@queen-of-san-diego.example")));
        using var themed = await endpoints.Queen.Sam.Browser.PostForm(
            $"/{endpoints.Queen.Slug}/me", "?handler=Theme", ("theme", "night"));
        Assert.All(themed.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Superset(new HashSet<string> { "__Host-scc-form", "__Host-scc-ask" }, names);

        void CheckCookies(HttpResponseMessage response)
        {
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                names.Add(cookie.Split('=')[0]);
                Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
                foreach (var flag in new[] { "; secure", "; httponly", "; path=/;" })
                    Assert.Contains(flag, cookie + ";", StringComparison.OrdinalIgnoreCase);
                Assert.Matches("samesite=(lax|strict)", cookie.ToLowerInvariant());
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.True(cookie.Length < 4096);
            }
        }
    }
}
