using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

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
