using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>One way into the running app: a route with an address in it that leads to something.</summary>
public sealed record Endpoint(string Method, string Route, string Address, bool IsOpen, bool IsFile)
{
    public bool IsForPrograms => Route.StartsWith("/api/", StringComparison.Ordinal);

    public bool Changes => Method is not ("GET" or "HEAD");

    /// <summary>Its token is all the right there is: no cookie, no form token.</summary>
    public bool IsByTokenAlone =>
        Route.Contains("/{token}", StringComparison.Ordinal)
            && !Route.StartsWith("/sign-in/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Address}";
}

/// <summary>
/// The Queen's boat with one of everything, Robin beside her, and every door there is; nobody is stopped for trying
/// often.
/// </summary>
public sealed class Endpoints : IAsyncLifetime
{
    private Dictionary<string, string> known = [];

    public AppFixture App { get; } = new();

    public CharterFixture Charter { get; private set; } = null!;

    public Cast Queen => Charter.Cast;

    public TestUser Robin { get; private set; } = null!;

    /// <summary>The links that are out, by what they are for.</summary>
    public Dictionary<LinkKind, string> Links { get; } = [];

    /// <summary>Every door of the running app, as the app itself tells.</summary>
    public IReadOnlyList<Endpoint> All { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var limit in new[] { "Api", "Open", "SignIn", "Passkey", "Guest", "FailedTries" })
            App.Settings[$"Limits:{limit}"] = "1000000";
        Charter = await CharterFixture.Begin(App);
        Robin = (await App.Cast("strangers")).Olive;
        var (type, template) = (await Queen.Type("Sunset sail", PlanningSteps.AtHalfPastFour),
            await Queen.Template("Put to bed", "Cover the sails"));
        var (waiver, guest) = (await Queen.Waiver(), await Charter.Guest("Ben Cole"));
        var defect = await Queen.Dana.Api
            .Post($"/api/vessels/{Charter.VesselId}/defects", new { what = "Bilge pump", severity = "minor" })
            .Json(201);
        foreach (var kind in Enum.GetValues<LinkKind>())
            Links[kind] = await Link(kind, kind == LinkKind.Waiver ? guest.Id() : Queen.Sam.MemberId);
        known = new()
        {
            ["waiver-templates"] = $"{waiver}", ["guests"] = $"{guest.Id()}", ["vessels"] = $"{Charter.VesselId}",
            ["members"] = $"{Queen.Sam.MemberId}", ["crew"] = $"{Queen.Sam.MemberId}",
            ["charter-types"] = $"{type}", ["types"] = $"{type}", ["checklist-templates"] = $"{template}",
            ["templates"] = $"{template}", ["events"] = $"{Charter.CharterId}",
            ["charters"] = $"{Charter.CharterId}", ["checklists"] = $"{Charter.ListId}", ["defects"] = $"{defect.Id()}",
            ["sign-in"] = "no-such-token", ["party"] = Links[LinkKind.Party],
            ["answers"] = Links[LinkKind.Presence], ["watch"] = Links[LinkKind.Overdue],
            ["address"] = await Queen.AddressToken(),
        };
        var signed = await App.Sign((string)guest["waiver_url"]!, "Ben Cole");
        All = [
            .. App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .SelectMany(endpoint => EndpointsOf(endpoint, waiver, signed))];
        await App.Rest();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A browser that follows nothing by itself and brings no cookies.</summary>
    public HttpClient Anonymous() => App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>All that is kept, table by table, but for when somebody was last seen.</summary>
    public async Task<SortedDictionary<string, string>> StoredData()
    {
        await App.Rest();
        using var file = SqliteFile.Open(Path.Combine(App.Folder, StoragePaths.DatabaseName));
        var tables =
            file.Query(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sessions'", row => row.GetString(0));
        return new(tables.ToDictionary(table => table, table => Digest(file.Query($"SELECT * FROM \"{table}\"", row =>
            string.Join('|',
                Enumerable.Range(0, row.FieldCount)
                    .Select(
                        i => row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(i)}"))))));
    }

    private static string Digest(IEnumerable<string> rows) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));

    private Task<string> Link(LinkKind kind, Guid person) =>
        App.In(services => services.GetRequiredService<SignedLinks>()
        .Issue(kind, Queen.OperatorId, Charter.CharterId, person, App.Clock.GetUtcNow().AddDays(30)));

    private IEnumerable<Endpoint> EndpointsOf(RouteEndpoint endpoint, Guid waiverTemplate, Guid signed)
    {
        var (route, isFile) = ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
            endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null);
        var address =
            Address(endpoint.RoutePattern,
                name => name == "waiverId"
                    ? $"{signed}"
                    : name == "id" && route.StartsWith("/{operator:slug}/waivers/", StringComparison.Ordinal)
                        ? $"{waiverTemplate}" : null);
        return from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
               select new Endpoint(
                   method, route, address, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, isFile);
    }

    private string Address(RoutePattern route, Func<string, string?> special)
    {
        var segments = route.PathSegments.Select((segment, i) => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter =>
                special(parameter.Name) ?? Value(parameter.Name, i == 0 ? "" : route.PathSegments[i - 1].Parts[0]),
            _ => throw new NotSupportedException(route.RawText),
        })));
        return "/" + string.Join('/', segments.Where(segment => segment.Length > 0));
    }

    private string Value(string name, object before) => name switch
    {
        "operator" => Queen.Slug,
        "role" => "deckhand",
        "show" => "week",
        "move" => "board",
        "documentName" => "v1",
        "name" => "",
        "item" => $"{Charter.Item(0)}",
        "token" when before is RoutePatternLiteralPart { Content: "waivers" } => Links[LinkKind.Waiver],
        _ when before is RoutePatternLiteralPart { Content: var noun } && known.TryGetValue(noun, out var value) =>
            value,
        _ => throw new NotSupportedException($"What goes into {{{name}}}? Tell {nameof(Endpoints)}."),
    };
}
