using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Every door of the running app is tried by everybody, each in a harbour of their own where nobody else's deeds are in
/// the way, and the answers are compared with <c>RightsWalk.txt</c>: for each door the least that one must be. A door
/// without a row is named.
/// </summary>
public sealed class EndpointRightsTests
{
    private static readonly Dictionary<string, Who> Least = new()
    {
        ["open"] = Who.Anybody, ["link"] = Who.Guest, ["member"] = Who.OtherCrew, ["aboard"] = Who.Aboard,
        ["mate"] = Who.Mate,
        ["captain"] = Who.Captain, ["dispatcher"] = Who.Dispatcher, ["owner"] = Who.Owner, ["nothing"] = Who.Stranger,
    };

    private readonly Dictionary<string, Who> rows = Repository.Lines("ShipCaptainCrew.Tests/RightsWalk.txt")
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(row => $"{row[0]} {row[1]}", row => Least[row[2]]);

    /// <summary>From the least to the most, and the owner of another operator.</summary>
    private enum Who { Anybody, Guest, OtherCrew, Aboard, Mate, Captain, Dispatcher, Owner, Stranger }

    [Fact]
    public async Task Every_door_has_its_row_and_every_row_its_door()
    {
        await using var app = new AppFixture();

        var routes = (await EndpointRows(app)).Select(endpoint => endpoint.Name).ToHashSet();

        Assert.Equal([], routes.Except(rows.Keys).Order());
        Assert.Equal([], rows.Keys.Except(routes).Order());
    }

    [Fact]
    public async Task What_a_page_is_made_of_is_for_all_to_fetch()
    {
        await using var app = new AppFixture();
        using var anybody = app.CreateClient();

        foreach (var address in Endpoints(app).Where(IsFile).Select(endpoint => $"/{endpoint.RoutePattern.RawText}")
            .Distinct())
            Assert.Equal(200,
                (int)(await anybody.GetAsync(address, HttpCompletionOption.ResponseHeadersRead,
                    TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Everybody_comes_as_far_as_they_may_and_no_further()
    {
        await using var app =
            new AppFixture {
                Settings = {
                    ["Limits:Passkey"] = "1000", ["Limits:SignIn"] = "1000", ["Limits:FailedTries"] = "1000" } };
        var routes = (await EndpointRows(app)).OrderBy(endpoint => endpoint.Turn).ToList();
        var wrong = new List<string>();
        foreach (var who in Enum.GetValues<Who>())
        {
            var walker = await Walker.Come(app, who);
            foreach (var endpoint in routes.Where(endpoint => rows.ContainsKey(endpoint.Name)))
            {
                var (status, expected) = (await walker.Try(endpoint), Expected(endpoint, who));
                if (!Fits(expected, status, endpoint))
                    wrong.Add($"{endpoint.Name} as {who}: {status} instead of {expected}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private Answer Expected(Endpoint endpoint, Who who) => (rows[endpoint.Name], who) switch
    {
        ( <= Who.Guest, _) => Answer.In,
        (_, <= Who.Guest) => Answer.SignIn,
        (Who.Stranger, _) => Answer.NotThere,
        (_, Who.Stranger) => endpoint.LeadsToSomebodys ? Answer.NotThere : Answer.In,
        var (least, _) => who >= least ? Answer.In : Answer.NotAllowed,
    };

    private static bool Fits(Answer expected, int status, Endpoint endpoint) => expected switch
    {
        Answer.SignIn => status == 401 || (status == 302 && !endpoint.IsForPrograms),
        Answer.NotThere => status == 404,
        Answer.NotAllowed => status == 403,
        _ when endpoint.Route == "/dev/sign-in" => status is not 403, // nobody of the demo's is aboard
        _ => status is not (401 or 403 or 404 or 405 or 415 or 429 or >= 500),
    };

    private static IEnumerable<RouteEndpoint> Endpoints(AppFixture app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Cast<RouteEndpoint>();

    private static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static async Task<IReadOnlyList<Endpoint>> EndpointRows(AppFixture app)
    {
        var routes = new List<Endpoint>();
        foreach (var endpoint in Endpoints(app).Where(endpoint => !IsFile(endpoint)))
            routes.AddRange(await EndpointRows(app, endpoint));
        return [.. routes.Distinct()];
    }

    /// <summary>A page has a door for each of its handlers, and shows them only once it is compiled.</summary>
    private static async Task<IEnumerable<Endpoint>> EndpointRows(AppFixture app, RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return endpoint.Metadata
                .GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(
                    method => new Endpoint(method, route, null));
        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.HandlerMethods.Select(
            handler => new Endpoint(handler.HttpMethod.ToUpperInvariant(), route, handler.Name));
    }

    private enum Answer { In, SignIn, NotThere, NotAllowed }

    private sealed record Endpoint(string Method, string Route, string? Handler)
    {
        public string Name => $"{Method} {Route}{Query}";

        public string Query => Handler is null ? "" : $"?handler={Handler}";

        public bool IsForPrograms => Route.StartsWith("/api/", StringComparison.Ordinal);

        /// <summary>Not just to a list that everybody has in their own operator.</summary>
        public bool LeadsToSomebodys => Route.Contains('{', StringComparison.Ordinal);

        public bool NamesSomebody =>
            Route.EndsWith("/claim", StringComparison.Ordinal) || Route.EndsWith("/release", StringComparison.Ordinal)
                || Route.EndsWith("{role}", StringComparison.Ordinal);

        /// <summary>
        /// Looking first, then what changes, then what ends things, then giving up one's place and taking it, and
        /// signing out last.
        /// </summary>
        public int Turn => (Method, Route, Handler) switch
        {
            ("GET", _, _) => 0,
            (_, "/sign-out", _) => 5,
            (_, var route, _) when route.Contains("/claim", StringComparison.Ordinal) => 4,
            (_, var route, _) when route.Contains("/release", StringComparison.Ordinal) => 3,
            ("DELETE", _, _) or (_, _, "Archive" or "Remove" or "Release" or "Withdraw") => 2,
            _ => 1,
        };
    }

    /// <summary>Somebody at the doors of a harbour.</summary>
    private sealed record Walker(
        Who Who, RouteFixture Harbour, HttpClient Program, HttpClient Browser, string FormToken)
    {
        public static async Task<Walker> Come(AppFixture app, Who who)
        {
            var fixture = await RouteFixture.Of(await CharterFixture.Begin(app, $"queen-{who}".ToLowerInvariant()));
            var cast = fixture.Day.Cast;
            await cast.Max.Api.Post($"{fixture.Day.Api}/roles/first_mate/claim").Json();
            if (who <= Who.Guest)
                return new(
                    who, fixture, Outside(app, who == Who.Guest ? fixture.GuestToken : null), Outside(app, null), "");
            var (hand, slug) = who switch
            {
                Who.OtherCrew => (cast.Alex, cast.Slug),
                Who.Aboard => (cast.Sam, cast.Slug),
                Who.Mate => (cast.Max, cast.Slug),
                Who.Captain => (cast.Kim, cast.Slug),
                Who.Dispatcher => (cast.Dana, cast.Slug),
                Who.Owner => (cast.Olive, cast.Slug),
                _ => ((await app.Cast("strangers")).Olive, "strangers"),
            };
            var page = await hand.Browser.Page($"/{slug}/me");
            return new(who, fixture, hand.Api, hand.Browser,
                page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        public async Task<int> Try(Endpoint endpoint)
        {
            using var request =
                new HttpRequestMessage(new(endpoint.Method),
                    Harbour.Address(endpoint.Route) + endpoint.Query + Harbour.Query(endpoint.Handler));
            if (FormToken.Length > 0) request.Headers.Add("RequestVerificationToken", FormToken);
            if (endpoint.Method is "POST" or "PUT")
                request.Content = endpoint.IsForPrograms
                    ? JsonContent.Create(Named(endpoint)) : new FormUrlEncodedContent(Named(endpoint));
            using var answer =
                await (endpoint.IsForPrograms ? Program : Browser).SendAsync(
                    request, HttpCompletionOption.ResponseHeadersRead);
            return (int)answer.StatusCode;
        }

        /// <summary>Who may put others on a place has none of their own to take.</summary>
        private Dictionary<string, string> Named(Endpoint endpoint) =>
            endpoint.NamesSomebody && Who is Who.Captain or Who.Dispatcher or Who.Owner
                ? new() { ["member_id"] = $"{Harbour.Day.Cast.Alex.MemberId}" } : [];

        private static HttpClient Outside(AppFixture app, string? token)
        {
            var client = app.CreateClient(new() { AllowAutoRedirect = false });
            if (token is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return client;
        }
    }
}
