using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Live;

/// <summary>Registers who is watching, and the news on its way to them.</summary>
public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<ChangeBroadcaster>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<ChangeBroadcaster>());
        return services.AddSingleton<EventStream>();
    }
}
