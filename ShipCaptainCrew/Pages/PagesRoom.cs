using Microsoft.AspNetCore.Antiforgery;

namespace ShipCaptainCrew.Pages;

/// <summary>Registers what people see.</summary>
public static class PagesRoom
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddRazorPages();
        return services.Configure<AntiforgeryOptions>(options => options.Cookie.Name = "scc-form");
    }
}
