using System.IO.Compression;
using System.Net.Http.Headers;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class OpenApiTests
{
    [Fact]
    public async Task The_document_is_made_once_and_not_sent_to_a_client_that_has_it()
    {
        using var client = fixture.Ship.CreateClient();
        using var first = await client.Get("/openapi/v1.json");
        Assert.NotNull(first.Headers.ETag);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag);

        using var second = await client.Get("/openapi/v1.json");

        Assert.Equal((200, 304), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal("application/json", first.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_document_is_the_same_however_it_is_compressed()
    {
        using var client = fixture.Ship.CreateClient();
        var plain = await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        (string Coding, Func<Stream, Stream> Open)[] codings =
        [
            ("br", bytes => new BrotliStream(bytes, CompressionMode.Decompress)),
            ("gzip", bytes => new GZipStream(bytes, CompressionMode.Decompress)),
        ];
        foreach (var (coding, open) in codings)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            using var text = new StreamReader(open(await answer.Content.ReadAsStreamAsync()));

            Assert.Equal([coding], answer.Content.Headers.ContentEncoding);
            Assert.Equal(plain, await text.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task An_address_gets_the_document_only_as_often_as_other_open_endpoints()
    {
        await using var app = new AppFixture { Settings = { ["Limits:Open"] = "3" } };
        using var visitor = app.CreateClient();

        for (var i = 0; i < 3; i++) await visitor.Get("/openapi/v1.json").Json();

        Assert.Equal(429, (int)(await visitor.Get("/openapi/v1.json")).StatusCode);
    }
}
