using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>Registers the seal of signed waivers and the public keys that check it.</summary>
public static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services, StoragePaths storage)
    {
        services.AddSingleton(_ => Seal.In(storage));
        services.AddScoped(_ => new PublicSeals(storage.Keys));
        return services;
    }
}
