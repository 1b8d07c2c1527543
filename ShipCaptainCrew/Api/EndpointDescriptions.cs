using Microsoft.AspNetCore.Authorization;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>
/// Describes an endpoint's request body. <c>Accepts</c> is not used, because routing would respond 415 before
/// authentication.
/// </summary>
/// <param name="IsWhole">Whether a PUT requires the whole body instead of editing only the given fields.</param>
internal sealed record BodyOf(Type Type, bool IsWhole);

/// <summary>Describes an endpoint's query.</summary>
internal sealed record QueryOf(Type Type);

/// <summary>Another body of the response 200, which the query selects.</summary>
internal sealed record OtherBodyOf(Type Type);

/// <summary>Request headers that an endpoint reads.</summary>
internal sealed record HeadersOf(params string[] Names);

/// <summary>Metadata of endpoints for the OpenAPI document that <see cref="ApiDocument"/> creates.</summary>
internal static class EndpointDescriptions
{
    private const string Problem = "application/problem+json";
    private static readonly int[] UnreadableBody = [400, 413, 415];

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, bool whole = false) =>
        route.Takes(typeof(T), whole);

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, Type body, bool whole = false) =>
        route.WithMetadata(new BodyOf(body, whole));

    public static RouteHandlerBuilder TakesQuery<T>(this RouteHandlerBuilder route) =>
        route.WithMetadata(new QueryOf(typeof(T)));

    public static RouteHandlerBuilder OrProduces<T>(this RouteHandlerBuilder route) =>
        route.WithMetadata(new OtherBodyOf(typeof(T)));

    public static RouteHandlerBuilder TakesHeaders(this RouteHandlerBuilder route, params string[] headers) =>
        route.WithMetadata(new HeadersOf(headers));

    /// <summary>Adds error statuses beyond those common to all endpoints of its kind.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.Produces<ProblemJson>(status, Problem);
        return route;
    }

    /// <summary>Adds the common error statuses, headers and tags to every endpoint of the group.</summary>
    public static RouteGroupBuilder Describe(this RouteGroupBuilder api)
    {
        ((IEndpointConventionBuilder)api).Finally(endpoint => Complete((RouteEndpointBuilder)endpoint));
        return api;
    }

    private static void Complete(RouteEndpointBuilder endpoint)
    {
        var signedIn = !endpoint.Metadata.OfType<IAllowAnonymous>().Any();
        var changes = endpoint.Metadata.OfType<HttpMethodMetadata>()
            .All(method => !method.HttpMethods.Contains(HttpMethods.Get));
        foreach (var status in CommonErrors(endpoint, signedIn, changes))
            endpoint.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemJson), [Problem]));
        if (signedIn && changes) endpoint.Metadata.Add(new HeadersOf(RequestInput.KeyName));
        endpoint.Metadata.Add(new TagsAttribute(endpoint.RoutePattern.RawText!.Split('/')[2]));
    }

    private static IEnumerable<int> CommonErrors(RouteEndpointBuilder endpoint, bool signedIn, bool changes)
    {
        if (signedIn) yield return StatusCodes.Status401Unauthorized;
        if (signedIn && changes) yield return StatusCodes.Status403Forbidden;
        if (endpoint.RoutePattern.Parameters.Count > 0) yield return StatusCodes.Status404NotFound;
        if (changes || endpoint.Metadata.OfType<QueryOf>().Any()) yield return StatusCodes.Status422UnprocessableEntity;
        if (signedIn || changes) yield return StatusCodes.Status429TooManyRequests;
        if (signedIn || changes) yield return StatusCodes.Status503ServiceUnavailable;
        if (changes) yield return StatusCodes.Status507InsufficientStorage;
        foreach (var status in UnreadableBody.Where(_ => changes)) yield return status;
    }
}
