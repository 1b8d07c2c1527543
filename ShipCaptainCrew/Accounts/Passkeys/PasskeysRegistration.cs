using Fido2NetLib;

namespace ShipCaptainCrew.Accounts.Passkeys;

/// <summary>Registers passkeys.</summary>
internal static class PasskeysRegistration
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton(provider => Configuration(provider.GetRequiredService<PublicAddress>()));
        services.AddSingleton<IFido2>(provider => new Fido2(provider.GetRequiredService<Fido2Configuration>()));
        services.AddSingleton<Fido2Credentials>();
        services.AddScoped<PasskeyCeremony>();
        return services;
    }

    /// <summary>Passkeys belong to the host of the public address, and only its own pages may use them.</summary>
    private static Fido2Configuration Configuration(PublicAddress address)
    {
        var host = new Uri(address.Value).Host;
        return new()
        {
            RPID = host,
            RPName = host,
            Origins = new HashSet<string>(StringComparer.Ordinal) { address.Value },
            ChallengeSize = 32,
            Timeout = (uint)PasskeyChallenge.Life.TotalMilliseconds,
        };
    }
}
