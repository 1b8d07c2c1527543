using System.Net.Http.Headers;
using System.Text;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class GuardsTests
{
    [Fact]
    public async Task The_API_refuses_a_cookie_from_a_page_without_an_origin()
    {
        var cast = await app.Cast("no-origin");

        Assert.Equal(403, await Status("null", "application/json"));
        Assert.Equal(403, await Status("null", null));
        Assert.Equal(201, await Status("http://localhost", "application/json"));

        async Task<int> Status(string origin, string? type) =>
            await CreateVessel(cast.Dana.Browser, type, request => request.Headers.Add("Origin", origin));
    }

    [Fact]
    public async Task The_API_accepts_a_body_without_content_type_only_with_a_token()
    {
        var cast = await app.Cast("no-type");

        Assert.Equal(415, await CreateVessel(cast.Dana.Browser, null));
        Assert.Equal(415, await CreateVessel(cast.Dana.Browser, "text/plain"));
        Assert.Equal(201, await CreateVessel(cast.Dana.Browser, "application/json"));
        Assert.Equal(201, await CreateVessel(cast.Dana.Api, null));
        using var withoutBody = await cast.Dana.Browser.PostAsync("/api/vessels", null, stop);
        Assert.Equal(422, (int)withoutBody.StatusCode);
    }

    private async Task<int> CreateVessel(HttpClient client, string? type, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/vessels");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"name":"Aurora","passenger_capacity":6}"""));
        if (type is not null) request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        more?.Invoke(request);
        using var response = await client.SendAsync(request, stop);
        return (int)response.StatusCode;
    }
}
