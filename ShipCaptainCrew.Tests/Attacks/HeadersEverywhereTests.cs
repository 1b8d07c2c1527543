using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Checks the security headers of every endpoint and the markup of every page.</summary>
public sealed class HeadersEverywhereTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private const string Policy = "default-src 'none'";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_has_the_security_headers_and_no_private_response_is_cached_by_others()
    {
        (HttpClient Client, bool IsSignedIn)[] clients =
        [
            (endpoints.Queen.Olive.Browser, true),
            (endpoints.Queen.Olive.Api, true),
            (endpoints.Anonymous(), false),
        ];
        foreach (var (client, isSignedIn) in clients)
        {
            foreach (var endpoint in endpoints.All.Where(IsInProduction).Where(row => !isSignedIn || !row.SignsOut))
            {
                using var response = await client.SendAsync(
                    new(new(endpoint.Method), endpoint.Address), HttpCompletionOption.ResponseHeadersRead, stop);

                Assert.Equal((endpoint, Policy), (endpoint, Header(response, "Content-Security-Policy").Split(';')[0]));
                Assert.Equal((endpoint, "nosniff"), (endpoint, Header(response, "X-Content-Type-Options")));
                Assert.Contains(Header(response, "Referrer-Policy"),
                    endpoint.HasToken ? ["no-referrer"] : new[] { "no-referrer", "same-origin" });
                Assert.Equal((endpoint, "same-origin"), (endpoint, Header(response, "Cross-Origin-Resource-Policy")));
                Assert.False(
                    response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By"), $"{endpoint}");
                if (!endpoint.IsFile)
                    Assert.Contains($"{response.Headers.CacheControl}",
                        isSignedIn
                            ? ["no-cache, private", "no-store", "no-cache, no-store", "no-store, no-cache"]
                            : new[] { "no-store", "no-cache, no-store", "no-store, no-cache" });
            }
        }
    }

    [Fact]
    public async Task No_page_has_an_inline_script_style_or_event_handler()
    {
        var seen = 0;
        foreach (var endpoint in endpoints.All.Where(
            endpoint => endpoint is { Method: "GET", IsFile: false } && IsInProduction(endpoint)))
        {
            using var response = await endpoints.Queen.Olive.Browser.SendAsync(
                new(HttpMethod.Get, endpoint.Address), HttpCompletionOption.ResponseHeadersRead, stop);
            if (response.Content.Headers.ContentType?.MediaType != "text/html"
                || response.Content.Headers.ContentDisposition?.DispositionType == "attachment")
                continue;
            seen++;
            foreach (var element in (await response.Html()).All)
            {
                var isInline = element.LocalName == "style" || IsInlineScript(element);
                Assert.False(isInline, $"{endpoint}: {element.OuterHtml}");
                Assert.All(element.Attributes, attribute =>
                    Assert.False(IsInlineCode(attribute), $"{endpoint}: {attribute.Name}"));
            }
        }

        Assert.True(seen > 40, $"{seen}");
    }

    private static bool IsInlineScript(IElement element) =>
        element.LocalName == "script"
        && !element.HasAttribute("src")
        && element.TextContent.Length > 0
        && element.GetAttribute("type") != "application/json";

    private static bool IsInlineCode(IAttr attribute) =>
        attribute.Name == "style"
        || attribute.Name.StartsWith("on", StringComparison.Ordinal)
        || attribute.Name.StartsWith("hx-on", StringComparison.Ordinal);

    /// <summary>Development pages are not checked.</summary>
    private static bool IsInProduction(Endpoint endpoint) =>
        !endpoint.Route.StartsWith("/dev/", StringComparison.Ordinal);

    private static string Header(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : "";
}
