namespace ShipCaptainCrew.Maintenance;

/// <summary>Registers startup, shutdown, readiness, backups and restore.</summary>
public static class MaintenanceRegistration
{
    public static IServiceCollection AddMaintenance(this IServiceCollection services)
    {
        services.AddSingleton<Backups>();
        services.AddSingleton<Restore>();
        services.AddSingleton<LostKeys>();
        services.AddScoped<StartupSequence>();
        services.AddScoped<ReservedSlugs>();
        services.AddScoped<SearchWords>();
        services.AddScoped<Readiness>();
        services.AddHostedService<ShutdownCheckpoint>();
        return services;
    }
}
