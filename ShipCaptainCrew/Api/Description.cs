namespace ShipCaptainCrew.Api;

/// <summary>What a call's body holds, for its description alone: as <c>Accepts</c> it would have routing answer 415 before anybody asked who calls.</summary>
internal sealed record BodyOf(Type Type);

internal static class Description
{
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route) => route.WithMetadata(new BodyOf(typeof(T)));
}
