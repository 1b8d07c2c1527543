using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Logs each form that was refused because its antiforgery token is missing or wrong. It may come from another site, or
/// was loaded before a sign-in.
/// </summary>
internal sealed class FormTokenLog(ILogger<FormTokenLog> log) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult) return;
        var http = context.HttpContext;
        log.LogInformation(
            "Refused 400, form token: {Method} {Route}, session {Session}, visitor {Visitor}",
            http.Request.Method,
            http.RoutePattern(),
            http.User.FindFirstValue("sid"),
            VisitorMark.Of(http));
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
