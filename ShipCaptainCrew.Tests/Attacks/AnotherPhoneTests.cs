using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// The phone of somebody who signed out, in the hands of somebody else: what it has kept is good for nobody.
/// </summary>
public sealed class AnotherPhoneTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ETag_of_one_person_never_gives_304_to_another()
    {
        var held = new List<(Endpoint Door, string Tag)>();
        foreach (var endpoint in endpoints.All.Where(
            endpoint => endpoint is { Method: "GET", IsFile: false }
                && !endpoint.Route.StartsWith("/dev/", StringComparison.Ordinal)))
        {
            // A page as a whole is always told anew; what htmx refreshes of it may be nothing new.
            using var response = await Ask(endpoints.Queen.Olive.Browser, endpoint, null);
            if (response.Headers.ETag is { } tag) held.Add((endpoint, $"{tag}"));
        }

        // The same person who signed in again has another session.
        HttpClient[] others = [await endpoints.Queen.Olive.SignInAgain(endpoints.App, endpoints.Queen.OperatorId),
            endpoints.Queen.Dana.Browser, endpoints.Queen.Sam.Browser, endpoints.Robin.Browser, endpoints.Anonymous()];
        var fresh = 0;
        foreach (var (endpoint, tag) in held)
        {
            using (var own = await Ask(endpoints.Queen.Olive.Browser, endpoint, tag))
                fresh += (int)own.StatusCode == 304 ? 1 : 0;
            foreach (var other in others)
            {
                using var response = await Ask(other, endpoint, tag);
                Assert.NotEqual((endpoint, 304), (endpoint, (int)response.StatusCode));
            }
        }

        Assert.True(fresh >= 4, $"{fresh} of {held.Count}");
    }

    private Task<HttpResponseMessage> Ask(HttpClient client, Endpoint endpoint, string? tag)
    {
        var request =
            new HttpRequestMessage(HttpMethod.Get, endpoint.Address) { Headers = { { "HX-Request", "true" } } };
        if (tag is not null) request.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, tag);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }
}
