using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Web;

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

/// <summary>
/// A refusal as problem details (RFC 9457), with its <c>code</c> and its <c>errors</c> by field.
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
        foreach (var (name, value) in refusal.Extensions ?? new Dictionary<string, object?>())
            problem.Extensions[name] = value is IEnumerable<Blocker> blockers ? blockers.Select(Json) : value;
        return Results.Problem(problem).ExecuteAsync(httpContext);

        BlockerJson Json(Blocker blocker) => new(blocker.Code, localizer.Say(blocker.Message), blocker.Id);
    }
}

/// <summary>One reason why the charter cannot depart.</summary>
internal sealed record BlockerJson(string Code, string Message, Guid? Id);
