using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Pages.Settings;
using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>Registers Razor Pages, localization and antiforgery.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddScoped<KeptForms>();
        services.AddRazorComponents();
        services.AddRazorPages(SetUp).AddMvcOptions(options =>
        {
            RemoveFormBinding(options.ValueProviderFactories);
            options.Filters.Add<FormTokenLog>();
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<LinkVisitors>();
        services.AddOptions<AntiforgeryOptions>().Configure<AppCookies>(SetUp);
        return services;
    }

    /// <summary>Maps pages to GET, HEAD and POST only; the error page accepts any method.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapLogos();
        app.MapRazorPages().WithStaticAssets().Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder page && '/' + page.RoutePattern.RawText != StatusPage.Page)
                page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]));
        });
    }

    /// <summary>Adds the addresses for new entities, which use the same page as changing one.</summary>
    private static void SetUp(RazorPagesOptions options) => options.Conventions
        .AddPageRoute("/Vessels/Vessel", "/{operator}/vessels/new")
        .AddPageRoute("/Vessels/NewDefect", "/{operator}/charters/{charter:guid}/defects/new")
        .AddPageRoute("/CharterTypes/CharterType", "/{operator}/types/new")
        .AddPageRoute("/ChecklistTemplates/ChecklistTemplate", "/{operator}/templates/new")
        .AddPageRoute("/WaiverTemplates/WaiverTemplate", "/{operator}/waivers/new")
        .AddPageRoute("/Crew/Member", "/{operator}/crew/new")
        .AddPageRoute("/Settings/Settings", "/{operator}/orders")
        .AddPageRoute("/Guests/EditGuest", "/{operator}/charters/{id:guid}/guests/new")
        .AddFolderRouteModelConvention("/", SetUp);

    /// <summary>
    /// Forms are read with Input only: form fields must not override route values, and invalid ones must not fail in
    /// model binding.
    /// </summary>
    private static void RemoveFormBinding(IList<IValueProviderFactory> factories)
    {
        factories.RemoveType<FormValueProviderFactory>();
        factories.RemoveType<FormFileValueProviderFactory>();
        factories.RemoveType<JQueryFormValueProviderFactory>();
        factories.RemoveType<JQueryQueryStringValueProviderFactory>();
    }

    private static void SetUp(PageRouteModel page)
    {
        ConstrainOperator(page);
        PreferOwnRoute(page);
    }

    private static void ConstrainOperator(PageRouteModel page)
    {
        foreach (var route in page.Selectors.Select(selector => selector.AttributeRouteModel)
            .OfType<AttributeRouteModel>())
        {
            route.Template = route.Template?.Replace(
                "{operator}", $"{{operator:{OperatorSlugConstraint.Name}}}", StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Makes a page's link to itself use its own route where the request has the id, and an added route otherwise.
    /// AddPageRoute excludes the own route from link generation.
    /// </summary>
    private static void PreferOwnRoute(PageRouteModel page)
    {
        page.Selectors[0].AttributeRouteModel!.SuppressLinkGeneration = false;
        foreach (var added in page.Selectors.Skip(1)) added.AttributeRouteModel!.Order = 1;
    }

    private static void SetUp(AntiforgeryOptions options, AppCookies cookies)
    {
        options.Cookie = cookies.Named("scc-form", SameSiteMode.Strict);
        // Framing is controlled by the Content-Security-Policy.
        options.SuppressXFrameOptionsHeader = true;
    }
}
