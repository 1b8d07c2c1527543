using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class ErrorsTests
{
    [Theory]
    [InlineData("/api/auth/magic-links", "application/json", "application/problem+json")]
    [InlineData("/sign-in", null, "text/html")]
    public async Task More_than_a_megabyte_is_too_large_for_the_API_and_for_pages(
        string address, string? sent, string type)
    {
        await using var kestrel = new AppFixture();
        kestrel.UseKestrel(0);
        using var client = kestrel.CreateClient();

        using var body = new ByteArrayContent(new byte[4 << 20]);
        if (sent is not null) body.Headers.ContentType = new(sent);

        using var response = await client.PostAsync(address, body, stop);

        Assert.Equal((413, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_chunked_body_is_stopped_at_the_limit()
    {
        await using var kestrel = new AppFixture();
        kestrel.UseKestrel(0);
        using var client = kestrel.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/magic-links");
        request.Content = new ByteArrayContent(new byte[2 << 20]);
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;

        using var response = await client.SendAsync(request, stop);

        Assert.Equal(413, (int)response.StatusCode);
    }
}
