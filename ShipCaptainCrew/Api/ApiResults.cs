using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Api;

/// <summary>Converts outcomes to HTTP responses.</summary>
internal static class ApiResults
{
    /// <summary>
    /// The resource as it is now: 201 with its address when it was created, else 200. 404 when a repeated request finds
    /// it removed.
    /// </summary>
    public static async Task<IResult> Answer<T>(
        this Outcome outcome, Func<Guid, Task<T?>> view, Func<Guid, string> address)
        where T : class
    {
        if (outcome.Refusal is { } refusal) return new Refused(refusal);
        if (await view(outcome.Id) is not { } resource) return new Refused(Refusal.NotFound());
        return outcome.Created ? Results.Created(address(outcome.Id), resource) : Results.Ok(resource);
    }

    /// <summary>The response to a removal: 204, or the refusal.</summary>
    public static IResult Gone(this Outcome outcome) =>
        outcome.Refusal is { } refusal ? new Refused(refusal) : Results.NoContent();

    public static IResult OkOrNotFound<T>(this T? resource)
        where T : class => resource is null ? new Refused(Refusal.NotFound()) : Results.Ok(resource);
}
