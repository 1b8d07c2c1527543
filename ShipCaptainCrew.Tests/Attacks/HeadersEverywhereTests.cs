using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>What each answer carries, at every door there is, whoever asks and however it ends.</summary>
public sealed class HeadersEverywhereTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private const string Policy = "default-src 'none'";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_door_answers_protected_and_nothing_private_is_kept_by_anybody_else()
    {
        foreach (var (client, isSignedIn) in new[] {
            (endpoints.Queen.Olive.Browser, true), (endpoints.Queen.Olive.Api, true), (endpoints.Nobody(), false) })
        {
            foreach (var endpoint in endpoints.All.Where(IsForAll))
            {
                using var answer =
                    await client.SendAsync(
                        new(new(endpoint.Method), endpoint.Address), HttpCompletionOption.ResponseHeadersRead, stop);

                Assert.Equal((endpoint, Policy), (endpoint, Of(answer, "Content-Security-Policy").Split(';')[0]));
                Assert.Equal((endpoint, "nosniff"), (endpoint, Of(answer, "X-Content-Type-Options")));
                Assert.Contains(Of(answer, "Referrer-Policy"), new[] { "no-referrer", "same-origin" });
                Assert.Equal((endpoint, "same-origin"), (endpoint, Of(answer, "Cross-Origin-Resource-Policy")));
                Assert.False(
                    answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"), $"{endpoint}");
                if (!endpoint.IsFile)
                    Assert.Contains($"{answer.Headers.CacheControl}",
                        isSignedIn
                            ? ["no-cache, private", "no-store", "no-cache, no-store", "no-store, no-cache"]
                            : new[] { "no-store", "no-cache, no-store", "no-store, no-cache" });
            }
        }
    }

    [Fact]
    public async Task No_page_has_a_script_a_style_or_a_handler_of_its_own()
    {
        var seen = 0;
        foreach (var endpoint in endpoints.All.Where(
            endpoint => endpoint is { Method: "GET", IsFile: false } && IsForAll(endpoint)))
        {
            using var answer =
                await endpoints.Queen.Olive.Browser.SendAsync(
                    new(HttpMethod.Get, endpoint.Address), HttpCompletionOption.ResponseHeadersRead, stop);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html"
                || answer.Content.Headers.ContentDisposition?.DispositionType == "attachment")
                continue;
            seen++;
            foreach (var element in (await answer.Html()).All)
            {
                Assert.False(
                    element.LocalName == "style"
                        || (element.LocalName == "script" && !element.HasAttribute("src")
                            && element.TextContent.Length > 0 && element.GetAttribute("type") != "application/json"),
                    $"{endpoint}: {element.OuterHtml}");
                Assert.All(element.Attributes,
                    attribute =>
                        Assert.False(
                            attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style"
                                || attribute.Name.StartsWith("hx-on", StringComparison.Ordinal),
                            $"{endpoint}: {attribute.Name}"));
            }
        }

        Assert.True(seen > 40, $"{seen}");
    }

    /// <summary>What only a developer's machine has is a developer's own business.</summary>
    private static bool IsForAll(Endpoint endpoint) => !endpoint.Route.StartsWith("/dev/", StringComparison.Ordinal);

    private static string Of(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : "";
}
