using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Calls every endpoint of the running app as each kind of user, each with a charter of their own so that others do not
/// interfere, and compares the responses with <c>EndpointRights.txt</c>, which has the lowest role allowed for each
/// endpoint. An endpoint without a row fails the test.
/// </summary>
public sealed partial class EndpointRightsTests
{
    private static readonly Dictionary<string, UserKind> Levels = new()
    {
        ["open"] = UserKind.Anonymous,
        ["link"] = UserKind.Guest,
        ["member"] = UserKind.OtherCrew,
        ["aboard"] = UserKind.Aboard,
        ["mate"] = UserKind.Mate,
        ["captain"] = UserKind.Captain,
        ["dispatcher"] = UserKind.Dispatcher,
        ["owner"] = UserKind.Owner,
        ["nothing"] = UserKind.Stranger,
    };

    private readonly Dictionary<string, UserKind> rows = Repository
        .Lines("ShipCaptainCrew.Tests/EndpointRights.txt")
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(row => $"{row[0]} {row[1]}", row => Levels[row[2]]);

    /// <summary>From the fewest rights to the most; Stranger is the owner of another operator.</summary>
    private enum UserKind { Anonymous, Guest, OtherCrew, Aboard, Mate, Captain, Dispatcher, Owner, Stranger }

    [Fact]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        await using var app = new AppFixture();

        var routes = (await EndpointRows(app)).Select(endpoint => endpoint.Name).ToHashSet();

        Assert.Equal([], routes.Except(rows.Keys).Order());
        Assert.Equal([], rows.Keys.Except(routes).Order());
    }

    [Fact]
    public async Task Static_files_are_public()
    {
        await using var app = new AppFixture();
        using var anonymous = app.CreateClient();

        var paths = Endpoints(app).Where(IsFile).Select(endpoint => $"/{endpoint.RoutePattern.RawText}").Distinct();
        foreach (var path in paths)
        {
            using var response = await anonymous.GetAsync(
                path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal(200, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Each_user_reaches_exactly_the_endpoints_they_have_rights_to()
    {
        await using var app = new AppFixture
        {
            Settings =
            {
                ["Limits:Passkey"] = "1000",
                ["Limits:SignIn"] = "1000",
                ["Limits:FailedTries"] = "1000",
            },
        };
        var routes = (await EndpointRows(app)).OrderBy(endpoint => endpoint.Order).ToList();
        var failures = new List<string>();
        foreach (var user in Enum.GetValues<UserKind>())
        {
            var caller = await Caller.Create(app, user);
            foreach (var endpoint in routes.Where(endpoint => rows.ContainsKey(endpoint.Name)))
            {
                var (status, expected) = (await caller.Try(endpoint), Expected(endpoint, user));
                if (!Fits(expected, status, endpoint))
                    failures.Add($"{endpoint.Name} as {user}: {status} instead of {expected}");
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private Access Expected(Endpoint endpoint, UserKind user) => (rows[endpoint.Name], user) switch
    {
        ( <= UserKind.Guest, _) => Access.Allowed,
        (_, <= UserKind.Guest) => Access.SignInFirst,
        (UserKind.Stranger, _) => Access.NotFound,
        (_, UserKind.Stranger) => endpoint.NeedsEntity ? Access.NotFound : Access.Allowed,
        var (lowest, _) => user >= lowest ? Access.Allowed : Access.Forbidden,
    };

    private static bool Fits(Access expected, int status, Endpoint endpoint) => expected switch
    {
        Access.SignInFirst => status == 401 || (status == 302 && !endpoint.IsApi),
        Access.NotFound => status == 404,
        Access.Forbidden => status == 403,
        _ when endpoint.Route == "/dev/sign-in" => status is not 403, // there is no demo operator
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

    /// <summary>A page has one endpoint per handler, which are known only after it is compiled.</summary>
    private static async Task<IEnumerable<Endpoint>> EndpointRows(AppFixture app, RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => new Endpoint(method, route, null));
        }

        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.HandlerMethods.Select(
            handler => new Endpoint(handler.HttpMethod.ToUpperInvariant(), route, handler.Name));
    }

    private enum Access { Allowed, SignInFirst, NotFound, Forbidden }
}
