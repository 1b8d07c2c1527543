using Microsoft.AspNetCore.Routing.Matching;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Web;

/// <summary>
/// The route constraint <c>{operator:slug}</c>: matches only valid operator slugs. So <c>/api/…</c> is never taken
/// for a page of an operator named "api", and wrong addresses and methods there get 404 and 405.
/// </summary>
internal sealed class OperatorSlugConstraint : IRouteConstraint, IParameterLiteralNodeMatchingPolicy
{
    public const string Name = "slug";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values,
        RouteDirection routeDirection) =>
        values[routeKey] is string slug && MatchesLiteral(routeKey, slug);

    public bool MatchesLiteral(string parameterName, string literal) => Slug.Refuse(literal) is null;
}
