using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Live;

/// <summary>Registers who is watching, and the news on its way to them.</summary>
public static class LiveRoom
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<Newsroom>();
        services.AddSingleton<IEcho>(provider => provider.GetRequiredService<Newsroom>());
        return services.AddSingleton<Stream>();
    }
}
