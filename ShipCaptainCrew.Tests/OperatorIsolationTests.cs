using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Robin, the owner of another operator, calls every endpoint of the Queen with real ids and gets 404. New routes are
/// included automatically; <see cref="RouteFixture"/> must know new kinds of ids.
/// </summary>
public sealed partial class OperatorIsolationTests(OperatorIsolationTests.IsolationFixture fixture)
    : IClassFixture<OperatorIsolationTests.IsolationFixture>
{
    public static TheoryData<string, string> Endpoints => IsolationFixture.Endpoints;

    /// <summary>Pages of a single entity of an operator.</summary>
    public static TheoryData<string, string> Pages =>
    [
        .. IsolationFixture.Endpoints.Where(endpoint =>
            endpoint.Data.Item2.StartsWith("/{operator", StringComparison.Ordinal)
            && endpoint.Data.Item2.Contains(":guid", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task The_owner_of_another_operator_gets_404_and_changes_nothing(string method, string route)
    {
        var before = await fixture.Head();
        foreach (var client in new[] { fixture.Robin.Api, fixture.Robin.Browser })
        {
            var real = await Try(client, method, fixture.Address(route));
            var unknown = await Try(client, method, fixture.Address(route, Guid.CreateVersion7()));

            Assert.Equal((404, 404), (real.Status, unknown.Status));
            Assert.Equal(unknown.Body, real.Body);
        }

        Assert.Equal(before, await fixture.Head());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Entities_are_not_found_under_the_address_of_another_operator(string method, string route)
    {
        var before = await fixture.Head();
        var address = fixture.Address(route, slug: fixture.RobinsSlug);

        using var response = method == "POST"
            ? await fixture.Robin.Browser.PostForm($"/{fixture.RobinsSlug}", address[$"/{fixture.RobinsSlug}".Length..])
            : await fixture.Robin.Browser.SendAsync(new(new(method), address));

        Assert.Contains((int)response.StatusCode, new[] { 404, 405 });
        Assert.Equal(before, await fixture.Head());
    }

    /// <summary>A member of both operators cannot reach entities of one under the address of the other.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_member_of_both_operators_cannot_reach_entities_of_one_under_the_other(
        string method, string route)
    {
        var before = await fixture.Head();
        var (both, address) = (fixture.InBoth.Browser, fixture.Address(route, slug: fixture.RobinsSlug));

        using var response = method == "POST"
            ? await both.PostForm($"/{fixture.RobinsSlug}", address[$"/{fixture.RobinsSlug}".Length..])
            : await both.SendAsync(new(new(method), address));

        Assert.Contains((int)response.StatusCode, new[] { 404, 405 });
        Assert.Equal(before, await fixture.Head());
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Without_a_sign_in_every_endpoint_is_refused(string method, string route)
    {
        using var anonymous = fixture.Ship.CreateClient(new() { AllowAutoRedirect = false });

        var (status, _) = await Try(anonymous, method, fixture.Address(route));

        Assert.Contains(status, IsForPrograms(route) ? [401] : new[] { 302, 401 });
    }

    [Fact]
    public async Task Lists_of_one_operator_have_no_ids_of_another()
    {
        string[] lists =
        [
            "/api/vessels", "/api/members", "/api/charter-types", "/api/checklist-templates", "/api/events",
            $"/{fixture.RobinsSlug}",
        ];
        foreach (var list in lists)
        {
            var response = await fixture.Robin.Api.GetAsync(list);
            Assert.Equal(200, (int)response.StatusCode);
            var body = await response.Content.ReadAsStringAsync();
            Assert.All(fixture.Ids, id => Assert.DoesNotContain($"{id}", body, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static bool IsForPrograms(string route) => route.StartsWith("/api/", StringComparison.Ordinal);

    private static async Task<(int Status, string Body)> Try(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method is not ("GET" or "DELETE"))
            request.Content = IsForPrograms(address) ? JsonContent.Create(new { }) : new FormUrlEncodedContent([]);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return ((int)response.StatusCode, response.IsSuccessStatusCode ? "" : await BodyOf(response));
    }

    /// <summary>The response body without the parts that differ each time.</summary>
    private static async Task<string> BodyOf(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return (await response.Html()).Body!.TextContent;
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        problem.Remove("trace_id");
        return problem.ToJsonString();
    }
}
