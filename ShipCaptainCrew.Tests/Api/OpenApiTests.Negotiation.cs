using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class OpenApiTests
{
    [Theory]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    public async Task A_client_may_name_several_documents_that_it_has(string known, int status)
    {
        using var client = fixture.Ship.CreateClient();
        using var first = await client.Get("/openapi/v1.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.TryAddWithoutValidation(
            "If-None-Match", known.Replace("{0}", $"{first.Headers.ETag}", StringComparison.Ordinal));

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.1, GZIP;q=0.9", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*, br;q=0", "gzip")]
    [InlineData("br;q=0", null)]
    [InlineData("brotli", null)]
    public async Task The_document_has_the_coding_that_the_client_wants_most(string accepted, string? coding)
    {
        using var client = fixture.Ship.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
    }
}
