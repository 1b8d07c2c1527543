using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Robin owns another operator and tries every door of the Queen's that the running app has, with her real ids: there
/// is nothing there. A new route is tried by itself; one with a new kind of id asks to be told what to put there.
/// </summary>
public sealed class OperatorIsolationTests(OperatorIsolationTests.Visit harbour)
    : IClassFixture<OperatorIsolationTests.Visit>
{
    public static TheoryData<string, string> Endpoints => Visit.Endpoints;

    /// <summary>The pages of one thing or another of an operator's.</summary>
    public static TheoryData<string, string> Pages =>
        [
            .. Visit.Endpoints.Where(
                door => door.Data.Item2.StartsWith("/{operator", StringComparison.Ordinal)
                    && door.Data.Item2.Contains(":guid", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Robin_finds_nothing_here_and_leaves_nothing_behind(string method, string route)
    {
        var before = await harbour.Head();
        foreach (var client in new[] { harbour.Robin.Api, harbour.Robin.Browser })
        {
            var real = await Try(client, method, harbour.Address(route));
            var unknown = await Try(client, method, harbour.Address(route, Guid.CreateVersion7()));

            Assert.Equal((404, 404), (real.Status, unknown.Status));
            Assert.Equal(unknown.Says, real.Says);
        }

        Assert.Equal(before, await harbour.Head());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Under_Robins_own_name_the_Queens_things_are_not_found_either(string method, string route)
    {
        var before = await harbour.Head();
        var address = harbour.Address(route, slug: harbour.RobinsSlug);

        using var answer = method == "POST"
            ? await harbour.Robin.Browser.PostForm($"/{harbour.RobinsSlug}", address[$"/{harbour.RobinsSlug}".Length..])
            : await harbour.Robin.Browser.SendAsync(new(new(method), address));

        Assert.Contains((int)answer.StatusCode, new[] { 404, 405 });
        Assert.Equal(before, await harbour.Head());
    }

    /// <summary>
    /// Somebody is dispatcher with the strangers and owns the Queen besides: from there her things are as far away as
    /// for anybody.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Who_belongs_to_both_finds_nothing_of_one_under_the_others_name(string method, string route)
    {
        var before = await harbour.Head();
        var (both, address) = (harbour.InBoth.Browser, harbour.Address(route, slug: harbour.RobinsSlug));

        using var answer = method == "POST"
            ? await both.PostForm($"/{harbour.RobinsSlug}", address[$"/{harbour.RobinsSlug}".Length..])
            : await both.SendAsync(new(new(method), address));

        Assert.Contains((int)answer.StatusCode, new[] { 404, 405 });
        Assert.Equal(before, await harbour.Head());
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Nobody_comes_in_without_signing_in(string method, string route)
    {
        using var nobody = harbour.Ship.CreateClient(new() { AllowAutoRedirect = false });

        var (status, _) = await Try(nobody, method, harbour.Address(route));

        Assert.Contains(status, IsForPrograms(route) ? [401] : new[] { 302, 401 });
    }

    [Fact]
    public async Task What_Robin_lists_holds_nothing_of_the_Queens()
    {
        foreach (var list in new[] { "/api/vessels", "/api/members", "/api/charter-types", "/api/checklist-templates",
            "/api/events", $"/{harbour.RobinsSlug}" })
        {
            var answer = await harbour.Robin.Api.GetAsync(list);
            Assert.Equal(200, (int)answer.StatusCode);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.All(harbour.Ids, id => Assert.DoesNotContain($"{id}", body, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static bool IsForPrograms(string route) => route.StartsWith("/api/", StringComparison.Ordinal);

    private static async Task<(int Status, string Says)> Try(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method is not ("GET" or "DELETE"))
            request.Content = IsForPrograms(address) ? JsonContent.Create(new { }) : new FormUrlEncodedContent([]);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? "" : await Said(answer));
    }

    /// <summary>The answer but for what differs each time.</summary>
    private static async Task<string> Said(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return (await answer.Html()).Body!.TextContent;
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        problem.Remove("trace_id");
        return problem.ToJsonString();
    }

    /// <summary>The Queen's harbour, and Robin in it.</summary>
    public sealed class Visit : IAsyncLifetime
    {
        private static readonly Lazy<TheoryData<string, string>> All = new(List);
        private RouteFixture queens = null!;
        private Cast strangers = null!;

        /// <summary>
        /// Method and route of every door that is not open to all and leads to something of an operator's.
        /// </summary>
        public static TheoryData<string, string> Endpoints => All.Value;

        public AppFixture Ship => queens.Day.Ship;

        public TestUser Robin => strangers.Olive;

        public TestUser InBoth => strangers.Dana;

        public string RobinsSlug => strangers.Slug;

        public IEnumerable<Guid> Ids => queens.Ids;

        public async ValueTask InitializeAsync()
        {
            queens = await RouteFixture.Of(await CharterFixture.Begin());
            strangers = await Ship.Cast("strangers");
            await queens.Day.Cast.Join(InBoth, MemberRole.Owner);
        }

        public ValueTask DisposeAsync() => Ship.DisposeAsync();

        public string Address(string route, Guid? id = null, string? slug = null) => queens.Address(route, id, slug);

        /// <summary>How far the log goes, and how many letters there are.</summary>
        public Task<(long, int)> Head() =>
            queens.Day.Cast.Look(async db => (await db.Log.MaxAsync(entry => entry.Seq), await db.Outbox.CountAsync()));

        private static TheoryData<string, string> List()
        {
            using var app = new AppFixture();
            var doors = new TheoryData<string, string>();
            var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(
                    endpoint => endpoint.RoutePattern.Parameters.Count > 0
                        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);
            foreach (var endpoint in routes)
            {
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
                    ?? ["GET", "POST"])
                    doors.Add(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
            }

            return doors;
        }
    }
}
