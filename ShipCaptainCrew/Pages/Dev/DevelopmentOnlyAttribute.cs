using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ShipCaptainCrew.Pages.Dev;

/// <summary>
/// Outside Development there is no such page. It is asked before the form's token, so that nothing tells otherwise.
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
