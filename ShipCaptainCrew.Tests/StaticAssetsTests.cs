using System.Net;
using System.Net.Http.Headers;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

public sealed class StaticAssetsTests
{
    [Theory]
    [InlineData("/lib/htmx.min.js", 13_000)]
    [InlineData("/lib/hx-sse.min.js", 2_600)]
    [InlineData("/base.css", 4_096)]
    [InlineData("/crew.css", 4_505)]
    [InlineData("/app.js", 4_800)]
    [InlineData("/sign.js", 1_500)]
    public async Task An_asset_is_served_compressed_and_small(string path, int mostBytes)
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.InRange(response.Content.Headers.ContentLength ?? 0, 1, mostBytes);
    }
}
