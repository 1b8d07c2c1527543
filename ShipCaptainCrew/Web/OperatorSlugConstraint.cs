using Microsoft.AspNetCore.Routing.Matching;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Web;

/// <summary>
/// In a route <c>{operator:slug}</c> takes only what an operator may be called. So <c>/api/…</c> is never taken for a
/// page of an operator "api", and a wrong address or method there is told as such.
/// </summary>
internal sealed class OperatorSlugConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
{
    public const string Name = "slug";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values,
        RouteDirection routeDirection) =>
        values[routeKey] is string slug && MatchesLiteral(routeKey, slug);

    public bool MatchesLiteral(string parameterName, string literal) => Slug.Refuse(literal) is null;
}
