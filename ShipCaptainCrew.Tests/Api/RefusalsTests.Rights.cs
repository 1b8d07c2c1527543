using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class RefusalsTests
{
    [Theory]
    [MemberData(nameof(UnsafeCalls))]
    public async Task A_missing_right_is_refused_before_the_body_is_read(string method, string route)
    {
        if (route.Contains("/roles/", StringComparison.Ordinal)) return;
        foreach (var (body, type) in new[] { ("{ not json", "application/json"), ("{}", "text/plain"),
            (new string(' ', 1 << 20) + "{}", "application/json"), ("""{ "name": 5 }""", "application/json") })
        {
            using var answer = await Send(fixture.Queen.Alex.Api, method, await Address(route), body, type);
            Assert.Equal("forbidden", (string?)(await Task.FromResult(answer).Json(403))["code"]);
        }
    }

    [Theory]
    [MemberData(nameof(UnsafeCalls))]
    public async Task An_unreadable_body_gets_the_same_error_from_every_endpoint(string method, string route)
    {
        foreach (var (body, type, status, code) in new[]
        {
            ("{ not json", "application/json", 400, "not_json"),
            ("[]", "application/json", 400, "not_json"),
            ("""{ "a": 1, "a": 2 }""", "application/json", 400, "not_json"),
            (string.Concat(Enumerable.Repeat("""{ "a":""", 1000)), "application/json", 400, "not_json"),
            ("{}", "text/plain", 415, "not_json"),
            (new string(' ', 1 << 20) + "{}", "application/json", 413, "too_large"),
        })
        {
            using var answer = await Send(fixture.Queen.Olive.Api, method, await Address(route), body, type);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(code, (string?)(await Task.FromResult(answer).Json(status))["code"]);
        }
    }
}
