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

/// <summary>Registers identity, sessions, sign-in, passkeys and tokens.</summary>
public static class AccountsRegistration
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string CookieOrToken = "cookie-or-token";

    /// <summary>Marks a cookie that the browser keeps after it is closed (not on a shared phone).</summary>
    private const string IsPersistentKey = "lasting";

    public static IServiceCollection AddAccounts(this IServiceCollection services, StoragePaths storage)
    {
        services.AddDataProtection().SetApplicationName("ShipCaptainCrew");
        services.AddOptions<KeyManagementOptions>()
            .Configure(options => options.XmlRepository = new DataProtectionKeyFiles(storage));
        services.AddIdentityCore<Person>(Configure).AddEntityFrameworkStores<AppDbContext>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeyCeremony>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>(Configure);
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
            .Configure<AppCookies>((options, cookies) =>
                options.Cookie = cookies.Named("scc-session", SameSiteMode.Lax));
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, options => options.ForwardDefaultSelector =
                http => HasToken(http) ? JwtBearerDefaults.AuthenticationScheme : Cookie)
            .AddCookie(Cookie, Configure)
            .AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, JwtSetup>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>The user name is the email address, so every character is allowed.</summary>
    private static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.AllowedUserNameCharacters = "";
    }

    /// <summary>
    /// Accepts passkeys for the configured public address only; by default the framework would trust the Host and
    /// Origin headers of the request.
    /// </summary>
    private static void Configure(IdentityPasskeyOptions options, PublicAddress address)
    {
        options.ServerDomain = new Uri(address.Value).Host;
        options.UserVerificationRequirement = options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && string.Equals(context.Origin, address.Value, StringComparison.Ordinal));
    }

    /// <summary>Sets the session cookie and ends the session that the browser had before.</summary>
    public static async Task SignInAsync(this HttpContext http, Session session)
    {
        if (Guid.TryParse(http.User.FindFirstValue("sid"), out var previousId))
            await http.RequestServices.GetRequiredService<MagicLinks>().Leave(previousId, http.RequestAborted, session);
        Claim[] claims = [new("sub", session.PersonId.ToString()), new("sid", session.Id.ToString())];
        var identity = new ClaimsIdentity(claims, Cookie);
        await http.SignInAsync(Cookie, new(identity), Properties(session));
    }

    private static AuthenticationProperties Properties(Session session)
    {
        var properties = new AuthenticationProperties { ExpiresUtc = session.EndsAt, AllowRefresh = false };
        if (!session.IsShared) properties.Items[IsPersistentKey] = "";
        return properties;
    }

    private static bool HasToken(HttpContext http) => http.Request.Headers.Authorization.Count > 0;

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.LoginPath = OpenPages.SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Session.MaxLifetime;
        options.Events.OnSigningIn = SetCookieLifetime;
        options.Events.OnRedirectToLogin = Challenge;
        options.Events.OnRedirectToAccessDenied = context => SetStatus(context.Response, StatusCodes.Status403Forbidden);
    }

    /// <summary>
    /// Uses Max-Age rather than Expires, because the clock of the device may be wrong. On a shared phone it is a
    /// session cookie, which ends when the browser is closed.
    /// </summary>
    private static Task SetCookieLifetime(CookieSigningInContext context)
    {
        context.CookieOptions.MaxAge = context.Properties.Items.ContainsKey(IsPersistentKey)
            ? Session.MaxLifetime : null;
        return Task.CompletedTask;
    }

    /// <summary>Answers 401 to programs, event streams and htmx; redirects page requests to the sign-in page.</summary>
    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        var (request, response) = (context.Request, context.Response);
        var isPage = HttpMethods.IsGet(request.Method) || request.HasFormContentType;
        var isStream = request.Headers.Accept.ToString().StartsWith("text/event-stream", StringComparison.Ordinal);
        if (request.Path.StartsWithSegments("/api") || isStream || !isPage)
        {
            response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
            return SetStatus(response, StatusCodes.Status401Unauthorized);
        }

        if (!request.Headers.ContainsKey("HX-Request"))
        {
            response.Redirect(
                HttpMethods.IsGet(request.Method)
                    ? new Uri(context.RedirectUri).PathAndQuery
                    : context.Options.LoginPath);
            return Task.CompletedTask;
        }

        response.Headers["HX-Redirect"] = OpenPages.SignIn;
        return SetStatus(response, StatusCodes.Status401Unauthorized);
    }

    private static Task SetStatus(HttpResponse response, int status)
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
