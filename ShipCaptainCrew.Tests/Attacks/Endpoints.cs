using System.Data.Common;
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

/// <summary>One method of one route of the running app, with an address that leads to an existing record.</summary>
public sealed record Endpoint(string Method, string Route, string Address, bool IsOpen, bool IsFile)
{
    public bool IsForPrograms => Route.StartsWith("/api/", StringComparison.Ordinal);

    public bool Changes => Method is not ("GET" or "HEAD");

    /// <summary>Whether the token in the address is the only credential: no cookie and no antiforgery token.</summary>
    public bool IsByTokenAlone =>
        Route.Contains("/{token}", StringComparison.Ordinal)
            && !Route.StartsWith("/sign-in/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Address}";
}

/// <summary>
/// An app with two operators and one of each record, all its endpoints with addresses, and no rate limits.
/// </summary>
public sealed class Endpoints : IAsyncLifetime
{
    private Dictionary<string, string> idsBySegment = [];

    public AppFixture App { get; } = new();

    public CharterFixture Charter { get; private set; } = null!;

    public Cast Queen => Charter.Cast;

    /// <summary>The owner of another operator.</summary>
    public TestUser Robin { get; private set; } = null!;

    /// <summary>The tokens of one signed link of each kind.</summary>
    public Dictionary<LinkKind, string> Links { get; } = [];

    /// <summary>All endpoints of the running app, from its own endpoint data source.</summary>
    public IReadOnlyList<Endpoint> All { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var limit in new[] { "Api", "Open", "SignIn", "Passkey", "Guest", "FailedTries" })
            App.Settings[$"Limits:{limit}"] = "1000000";
        Charter = await CharterFixture.Begin(App);
        Robin = (await App.Cast("strangers")).Olive;
        var type = await Queen.Type("Sunset sail", PlanningSteps.AtHalfPastFour);
        var template = await Queen.Template("Put to bed", "Cover the sails");
        var waiver = await Queen.Waiver();
        var guest = await Charter.Guest("Ben Cole");
        var defect = await Queen.Dana.Api
            .Post($"/api/vessels/{Charter.VesselId}/defects", new { what = "Bilge pump", severity = "minor" })
            .Json(201);
        foreach (var kind in Enum.GetValues<LinkKind>())
            Links[kind] = await Link(kind, kind == LinkKind.Waiver ? guest.Id() : Queen.Sam.MemberId);
        idsBySegment = new()
        {
            ["waiver-templates"] = $"{waiver}",
            ["guests"] = $"{guest.Id()}",
            ["vessels"] = $"{Charter.VesselId}",
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

    /// <summary>A client without cookies that does not follow redirects.</summary>
    public HttpClient Anonymous() => App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>A digest of each table, except sessions, which change with every request.</summary>
    public async Task<SortedDictionary<string, string>> StoredData()
    {
        await App.Rest();
        using var file = SqliteFile.Open(Path.Combine(App.Folder, StoragePaths.DatabaseName));
        var tables = file.Query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sessions'", row => row.GetString(0));
        return new(tables.ToDictionary(
            table => table, table => Digest(file.Query($"SELECT * FROM \"{table}\"", RowText))));
    }

    private static string RowText(DbDataReader row) =>
        string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i =>
            row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(i)}"));

    private static string Digest(IEnumerable<string> rows) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));

    private Task<string> Link(LinkKind kind, Guid person) =>
        App.In(services => services.GetRequiredService<SignedLinks>()
            .Issue(kind, Queen.OperatorId, Charter.CharterId, person, App.Clock.GetUtcNow().AddDays(30)));

    private IEnumerable<Endpoint> EndpointsOf(RouteEndpoint endpoint, Guid waiverTemplate, Guid signed)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var isFile = endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var isWaiverTemplate = route.StartsWith("/{operator:slug}/waivers/", StringComparison.Ordinal);
        var address = Address(endpoint.RoutePattern, name =>
            name == "waiverId" ? $"{signed}"
            : name == "id" && isWaiverTemplate ? $"{waiverTemplate}"
            : null);
        return from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
               select new Endpoint(method, route, address, isOpen, isFile);
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

    private string Value(string name, object previous) => name switch
    {
        "operator" => Queen.Slug,
        "role" => "deckhand",
        "show" => "week",
        "move" => "board",
        "documentName" => "v1",
        "name" => "",
        "item" => $"{Charter.Item(0)}",
        "token" when previous is RoutePatternLiteralPart { Content: "waivers" } => Links[LinkKind.Waiver],
        _ when previous is RoutePatternLiteralPart { Content: var segment }
            && idsBySegment.TryGetValue(segment, out var value) => value,
        _ => throw new NotSupportedException($"{nameof(Endpoints)} has no value for the route parameter {name}."),
    };
}
