using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Addresses;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Tests that responses cached on one person's phone are not revalidated for anybody else who uses it.
/// </summary>
public sealed class AnotherPhoneTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ETag_of_one_person_never_gives_304_to_another()
    {
        var tags = new List<(Endpoint Endpoint, string Tag)>();
        foreach (var endpoint in endpoints.All.Where(
            endpoint => endpoint is { Method: "GET", IsFile: false }
                && !endpoint.Route.StartsWith("/dev/", StringComparison.Ordinal)))
        {
            using var response = await Get(endpoints.Queen.Olive.Browser, endpoint, null);
            var isPublic = endpoint.Route == ApiAddresses.Document;
            if (response.Headers.ETag is { } tag && !isPublic) tags.Add((endpoint, $"{tag}"));
        }

        // The first of the others is the same person with another session.
        HttpClient[] others =
        [
            await endpoints.Queen.Olive.SignInAgain(endpoints.App, endpoints.Queen.OperatorId),
            endpoints.Queen.Dana.Browser,
            endpoints.Queen.Sam.Browser,
            endpoints.Robin.Browser,
            endpoints.Anonymous(),
        ];
        var notModified = 0;
        foreach (var (endpoint, tag) in tags)
        {
            using var own = await Get(endpoints.Queen.Olive.Browser, endpoint, tag);
            if ((int)own.StatusCode == 304) notModified++;
            foreach (var other in others)
            {
                using var response = await Get(other, endpoint, tag);
                Assert.NotEqual((endpoint, 304), (endpoint, (int)response.StatusCode));
            }
        }

        Assert.True(notModified >= 3, $"{notModified} of {string.Join(", ", tags)}");
    }

    private Task<HttpResponseMessage> Get(HttpClient client, Endpoint endpoint, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, endpoint.Address);
        request.Headers.Add("HX-Request", "true");
        if (tag is not null) request.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, tag);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }
}
