using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Turns outcomes into what the contract promises.</summary>
internal static class ApiResults
{
    /// <summary>
    /// The thing as it is now: 201 with its address where it was made, else 200. A repeat may find it gone since.
    /// </summary>
    public static async Task<IResult> Answer<T>(
        this Outcome outcome, Func<Guid, Task<T?>> view, Func<Guid, string> address)
        where T : class
    {
        if (outcome.Refusal is { } refusal) return new Refused(refusal);
        if (await view(outcome.Id) is not { } thing) return new Refused(Refusal.NotFound());
        return outcome.Created ? Results.Created(address(outcome.Id), thing) : Results.Ok(thing);
    }

    public static IResult Gone(this Outcome outcome) =>
        outcome.Refusal is { } refusal ? new Refused(refusal) : Results.NoContent();

    public static IResult OkOrNotFound<T>(this T? thing)
        where T : class => thing is null ? new Refused(Refusal.NotFound()) : Results.Ok(thing);
}

/// <summary>
/// A refusal as problem details (RFC 9457) with its <c>code</c> and, field by field, its <c>errors</c>.
/// </summary>
internal sealed class Refused(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var localizer = httpContext.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        if (refusal.Wait is { } wait) httpContext.SetRetryAfter(wait);
        var problem = new ProblemDetails { Status = refusal.Status(), Title = localizer.Say(refusal.Message) };
        problem.Extensions["code"] = refusal.Code;
        if (refusal.Errors is { } errors)
            problem.Extensions["errors"] =
                errors.ToDictionary(field => field.Key, field => field.Value.Select(localizer.Say));
        foreach (var (name, value) in refusal.Extensions
            ?? new Dictionary<string, object?>()) problem.Extensions[name] = value is IEnumerable<Blocker> blockers
                ? blockers.Select(blocker => new BlockerJson(blocker.Code, localizer.Say(blocker.Message), blocker.Id))
                : value;
        return Results.Problem(problem).ExecuteAsync(httpContext);
    }
}

/// <summary>One thing that holds the boat.</summary>
internal sealed record BlockerJson(string Code, string Message, Guid? Id);
