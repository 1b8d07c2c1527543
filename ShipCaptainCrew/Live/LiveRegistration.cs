using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Live;

/// <summary>Registers live updates.</summary>
public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton(new ChangeBroadcaster(TimeProvider.System));
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<ChangeBroadcaster>());
        return services.AddSingleton<EventStream>();
    }
}
