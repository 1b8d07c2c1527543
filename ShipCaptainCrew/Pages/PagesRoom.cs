using System.Text.Encodings.Web;
using System.Text.Unicode;
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
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.Configure<AntiforgeryOptions>(options => options.Cookie.Name = "scc-form");
    }
}
