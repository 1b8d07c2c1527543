using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ShipCaptainCrew.Pages.Dev;

/// <summary>
/// Answers 404 outside Development. It runs before the antiforgery check, whose error would reveal the page.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentOnlyAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var environment = context.HttpContext.RequestServices.GetRequiredService<IHostEnvironment>();
        if (!environment.IsDevelopment()) context.Result = new NotFoundResult();
    }
}
