using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ShipCaptainCrew.Pages;

/// <summary>Answers a page handler with one component: the same that stood in the page at first paint.</summary>
public sealed class Fragment<T>(object parameters, int status = StatusCodes.Status200OK) : IActionResult
    where T : IComponent
{
    public Task ExecuteResultAsync(ActionContext context) =>
        new RazorComponentResult<T>(parameters) { StatusCode = status }.ExecuteAsync(context.HttpContext);
}
