using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class Endpoints
{
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
