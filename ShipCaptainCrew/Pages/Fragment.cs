using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ShipCaptainCrew.Pages;

/// <summary>A result that renders one component of a page, for htmx requests.</summary>
public sealed class Fragment<T>(object parameters, int status = StatusCodes.Status200OK) : IActionResult
    where T : IComponent
{
    public Task ExecuteResultAsync(ActionContext context) =>
        new RazorComponentResult<T>(parameters) { StatusCode = status }.ExecuteAsync(context.HttpContext);
}
