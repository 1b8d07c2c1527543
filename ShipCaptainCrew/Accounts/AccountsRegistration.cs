using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts;

/// <summary>Registers identity, sessions, sign-in, passkeys and tokens.</summary>
public static class AccountsRegistration
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string CookieOrToken = "cookie-or-token";

    public static IServiceCollection AddAccounts(this IServiceCollection services, StoragePaths storage)
    {
        services.AddDataProtection().SetApplicationName("ShipCaptainCrew").UseCryptographicAlgorithms(
            new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>()
            .Configure(options => options.XmlRepository = new DataProtectionKeyFiles(storage));
        services.AddIdentityCore<Person>(Configure).AddEntityFrameworkStores<AppDbContext>();
        services.AddPasskeys();
        services.AddSingleton(provider => LimitOptions.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<TokenKey>();
        services.AddSingleton<AccessToken>();
        services.AddSingleton<KeptTokens>();
        services.AddSingleton<DerivedTokens>();
        services.AddSingleton<KnownViewers>();
        services.AddScoped<SessionResolver>();
        services.AddScoped<Invitations>();
        services.AddScoped<MagicLinks>();
        services.AddScoped<SignedLinks>();
        services.AddScoped<SignInAllowance>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<ExpiredTokens>();
        services.AddSingleton<SignInLog>();
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
            .AddCookie(Cookie, SessionCookie.Configure)
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

    private static bool HasToken(HttpContext http) => http.Request.Headers.Authorization.Count > 0;

    private sealed class JwtSetup(TokenKey key, KeptTokens kept, TimeProvider clock)
        : IConfigureNamedOptions<JwtBearerOptions>
    {
        public void Configure(JwtBearerOptions options) => Configure(null, options);

        public void Configure(string? name, JwtBearerOptions options)
        {
            options.MapInboundClaims = false;
            options.IncludeErrorDetails = false;
            options.TokenValidationParameters = AccessToken.Rules(key, clock);
            options.Events = new()
            {
                OnMessageReceived = kept.UseIfKnown,
                OnTokenValidated = kept.Keep,
            };
        }
    }
}
