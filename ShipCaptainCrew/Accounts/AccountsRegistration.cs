using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts;

/// <summary>Registers who people are and how they come in.</summary>
public static class AccountsRegistration
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string CookieOrToken = "cookie-or-token";
    private const string Lasting = "lasting";

    public static IServiceCollection AddAccounts(this IServiceCollection services, StoragePaths storage)
    {
        services.AddDataProtection().SetApplicationName("ShipCaptainCrew");
        services.AddOptions<KeyManagementOptions>()
            .Configure(options => options.XmlRepository = new DataProtectionKeyFiles(storage));
        services.AddIdentityCore<Person>(SetUp).AddEntityFrameworkStores<AppDbContext>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeyCeremony>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>(SetUp);
        services.AddSingleton(provider => LimitOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<TokenKey>();
        services.AddSingleton<AccessToken>();
        services.AddScoped<SessionResolver>();
        services.AddScoped<MagicLinks>();
        services.AddScoped<SignedLinks>();
        services.AddScoped<EmailChanges>();
        services.AddScoped<TokenExchange>();
        services.AddScoped<OperatorSetup>();
        services.AddHttpContextAccessor();
        services.AddSingleton<AppCookies>();
        services.AddSingleton<PublicAddress>();
        services.AddOptions<CookieAuthenticationOptions>(Cookie)
            .Configure<AppCookies>(
                (options, cookies) => options.Cookie = cookies.Named("scc-session", SameSiteMode.Lax));
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, options => options.ForwardDefaultSelector =
                http => CarriesToken(http) ? JwtBearerDefaults.AuthenticationScheme : Cookie)
            .AddCookie(Cookie, SetUp)
            .AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, JwtSetup>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>People are named by their address, with whatever letters it has.</summary>
    private static void SetUp(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.AllowedUserNameCharacters = "";
    }

    /// <summary>
    /// A passkey is for the public address and no other: the framework would take the word of the request's own headers
    /// for it.
    /// </summary>
    private static void SetUp(IdentityPasskeyOptions options, PublicAddress address)
    {
        options.ServerDomain = new Uri(address.Value).Host;
        options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
        options.ValidateOrigin =
            context =>
                ValueTask.FromResult(
                    !context.CrossOrigin && string.Equals(context.Origin, address.Value, StringComparison.Ordinal));
    }

    /// <summary>Hands the browser its session. Whatever session it brought along ends.</summary>
    public static async Task SignInAsync(this HttpContext http, Session session)
    {
        if (Guid.TryParse(http.User.FindFirstValue("sid"), out var old))
            await http.RequestServices.GetRequiredService<MagicLinks>().Leave(old, http.RequestAborted, session);
        var identity =
            new ClaimsIdentity([new("sub", session.PersonId.ToString()), new("sid", session.Id.ToString())], Cookie);
        await http.SignInAsync(Cookie, new(identity), Properties(session));
    }

    private static AuthenticationProperties Properties(Session session)
    {
        var properties = new AuthenticationProperties { ExpiresUtc = session.EndsAt, AllowRefresh = false };
        if (!session.IsShared) properties.Items[Lasting] = "";
        return properties;
    }

    private static bool CarriesToken(HttpContext http) => http.Request.Headers.Authorization.Count > 0;

    private static void SetUp(CookieAuthenticationOptions options)
    {
        options.LoginPath = OpenPages.SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Session.InAll;
        options.Events.OnSigningIn = Keep;
        options.Events.OnRedirectToLogin = Challenge;
        options.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
    }

    /// <summary>
    /// How long the browser keeps it is said as an age, since its clock may be off; on a shared phone, until it is
    /// closed.
    /// </summary>
    private static Task Keep(CookieSigningInContext context)
    {
        context.CookieOptions.MaxAge = context.Properties.Items.ContainsKey(Lasting) ? Session.InAll : null;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Programs, streams and htmx get a 401 they can act on; only a page view is sent to the sign-in page.
    /// </summary>
    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        var isPage = HttpMethods.IsGet(request.Method) || request.HasFormContentType;
        if (request.Path.StartsWithSegments("/api")
            || request.Headers.Accept.ToString().StartsWith("text/event-stream", StringComparison.Ordinal) || !isPage)
        {
            response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
            return Answer(response, StatusCodes.Status401Unauthorized);
        }

        if (!request.Headers.ContainsKey("HX-Request"))
        {
            response.Redirect(
                HttpMethods.IsGet(request.Method)
                    ? new Uri(context.RedirectUri).PathAndQuery : context.Options.LoginPath);
            return Task.CompletedTask;
        }

        response.Headers["HX-Redirect"] = OpenPages.SignIn;
        return Answer(response, StatusCodes.Status401Unauthorized);
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    private sealed class JwtSetup(TokenKey key, TimeProvider clock) : IConfigureNamedOptions<JwtBearerOptions>
    {
        public void Configure(JwtBearerOptions options) => Configure(null, options);

        public void Configure(string? name, JwtBearerOptions options)
        {
            options.MapInboundClaims = false;
            options.IncludeErrorDetails = false;
            options.TokenValidationParameters = AccessToken.Rules(key, clock);
        }
    }
}
