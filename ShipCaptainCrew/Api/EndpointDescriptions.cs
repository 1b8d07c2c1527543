using Microsoft.AspNetCore.Authorization;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>
/// What a call's body holds, for its description alone: as <c>Accepts</c> it would have routing answer 415 before
/// anybody asked who calls.
/// </summary>
/// <param name="IsWhole">A PUT, too, needs all of it: it is no edit of some fields.</param>
internal sealed record BodyOf(Type Type, bool IsWhole);

/// <summary>What a call's query holds.</summary>
internal sealed record QueryOf(Type Type);

/// <summary>Headers that a call minds.</summary>
internal sealed record HeadersOf(params string[] Names);

/// <summary>
/// What the route tables say of each call beside where it leads; <see cref="ApiDocument"/> tells it to programs.
/// </summary>
internal static class EndpointDescriptions
{
    private const string Problem = "application/problem+json";
    private static readonly int[] UnreadableBody = [400, 413, 415];

    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, bool whole = false) =>
        route.Takes(typeof(T), whole);

    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, Type body, bool whole = false) =>
        route.WithMetadata(new BodyOf(body, whole));

    public static RouteHandlerBuilder Asks<T>(this RouteHandlerBuilder route) =>
        route.WithMetadata(new QueryOf(typeof(T)));

    public static RouteHandlerBuilder Minds(this RouteHandlerBuilder route, params string[] headers) =>
        route.WithMetadata(new HeadersOf(headers));

    /// <summary>Refusals beyond those that every call of its kind has.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses) route.Produces<ProblemJson>(status, Problem);
        return route;
    }

    /// <summary>Adds to every call of the group what goes with its kind.</summary>
    public static RouteGroupBuilder Describe(this RouteGroupBuilder api)
    {
        ((IEndpointConventionBuilder)api).Finally(endpoint => Complete((RouteEndpointBuilder)endpoint));
        return api;
    }

    private static void Complete(RouteEndpointBuilder call)
    {
        var (signedIn, changes) = (!call.Metadata.OfType<IAllowAnonymous>().Any(),
            call.Metadata.OfType<HttpMethodMetadata>().All(method => !method.HttpMethods.Contains(HttpMethods.Get)));
        foreach (var status in UsualRefusals(call, signedIn, changes))
            call.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemJson), [Problem]));
        if (signedIn && changes) call.Metadata.Add(new HeadersOf(RequestInput.KeyName));
        call.Metadata.Add(new TagsAttribute(call.RoutePattern.RawText!.Split('/')[2]));
    }

    private static IEnumerable<int> UsualRefusals(RouteEndpointBuilder call, bool signedIn, bool changes)
    {
        if (signedIn) yield return StatusCodes.Status401Unauthorized;
        if (signedIn && changes) yield return StatusCodes.Status403Forbidden;
        if (call.RoutePattern.Parameters.Count > 0) yield return StatusCodes.Status404NotFound;
        if (changes || call.Metadata.OfType<QueryOf>().Any()) yield return StatusCodes.Status422UnprocessableEntity;
        if (signedIn || changes) yield return StatusCodes.Status429TooManyRequests;
        if (signedIn || changes) yield return StatusCodes.Status503ServiceUnavailable;
        if (changes) yield return StatusCodes.Status507InsufficientStorage;
        foreach (var status in UnreadableBody.Where(_ => changes)) yield return status;
    }
}
