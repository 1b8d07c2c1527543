using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Refusals are checked in the order of the contract: 401, 404, 403, body, fields, conflicts.</summary>
public sealed partial class RefusalsTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    public static TheoryData<string, string> UnsafeCalls => new()
    {
        { "POST", "/api/events" },
        { "PUT", "/api/events/{id}" },
        { "DELETE", "/api/events/{id}" },
        { "POST", "/api/events/{id}/publish" },
        { "POST", "/api/events/{id}/cancel" },
        { "POST", "/api/events/{id}/checklists" },
        { "PUT", "/api/events/{id}/checklists/{list}" },
        { "POST", "/api/events/{id}/roles/deckhand/claim" },
        { "POST", "/api/events/{id}/roles/deckhand/release" },
        { "PUT", "/api/vessels/{vessel}" },
        { "POST", "/api/vessels" },
    };

    [Theory]
    [MemberData(nameof(UnsafeCalls))]
    public async Task Missing_or_invalid_tokens_are_refused_before_the_body_is_read(string method, string route)
    {
        using var anonymous = fixture.Ship.CreateClient();
        foreach (var token in new[] { null, "Bearer", "Bearer nonsense", "Basic b2xpdmU6eA==" })
        {
            using var answer = await Send(anonymous, method, await Address(route), "{ not json", "text/plain", token);

            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString().Split(' ')[0]);
            Assert.Equal("unauthorized", (string?)(await Task.FromResult(answer).Json(401))["code"]);
        }
    }

    /// <summary>Invalid ids and unknown paths and methods.</summary>
    [Theory]
    [InlineData("GET", "/api/events/no-such-charter")]
    [InlineData("PUT", "/api/vessels/aurora")]
    [InlineData("POST", "/api/no-such-thing")]
    [InlineData("PATCH", "/api/vessels")]
    public async Task An_anonymous_request_gets_401_even_for_unknown_addresses(string method, string address)
    {
        using var anonymous = fixture.Ship.CreateClient();

        using var answer = await Send(anonymous, method, address, "{}", "application/json");

        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("unauthorized", (string?)(await Task.FromResult(answer).Json(401))["code"]);
        using var signedIn = await Send(fixture.Queen.Olive.Api, method, address, "{}", "application/json");
        Assert.Equal(method == "PATCH" ? "method_not_allowed" : "not_found",
            (string?)(await Task.FromResult(signedIn).Json(method == "PATCH" ? 405 : 404))["code"]);
    }

    [Theory]
    [MemberData(nameof(UnsafeCalls))]
    public async Task Resources_of_another_operator_are_not_found_whatever_is_sent(string method, string route)
    {
        if (!route.Contains('{')) return;
        using var answer = await Send(fixture.Robin.Api, method, await Address(route), "{ not json", "text/plain");

        Assert.Equal("not_found", (string?)(await Task.FromResult(answer).Json(404))["code"]);
    }

    private async Task<string> Address(string route)
    {
        if (!route.Contains('{')) return route;
        var charter = await fixture.Charter();
        var list = await fixture.Queen.Dana.Api
            .Post($"/api/events/{charter["id"]}/checklists",
                new { template_id = await fixture.Queen.Template("Before departure", "Lines") })
            .Json(201);
        return route.Replace("{id}", $"{charter["id"]}", StringComparison.Ordinal)
            .Replace("{list}", $"{list["id"]}", StringComparison.Ordinal)
            .Replace("{vessel}", $"{fixture.Aurora}", StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(
        HttpClient client, string method, string address, string body, string type, string? authorization = null)
    {
        using var request =
            new HttpRequestMessage(new(method), address) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await client.SendAsync(request, stop);
    }
}
