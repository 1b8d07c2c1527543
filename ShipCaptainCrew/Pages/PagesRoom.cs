using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Pages;

/// <summary>Registers what people see.</summary>
public static class PagesRoom
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddRazorComponents();
        services.AddRazorPages();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddOptions<AntiforgeryOptions>().Configure<ShipCookies>(SetUp);
        return services;
    }

    private static void SetUp(AntiforgeryOptions options, ShipCookies cookies)
    {
        options.Cookie = cookies.Named("scc-form", SameSiteMode.Strict);
        // The content policy says who may frame us.
        options.SuppressXFrameOptionsHeader = true;
    }
}
