using ShipCaptainCrew.Storage.Connections;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// Registers the data folder, its lock, its connections, the disk reserve and the log of its failures.
/// </summary>
public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StoragePaths storage)
    {
        services.AddSingleton(storage);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<DiskReserve>();
        services.AddSingleton<FolderLock>();
        services.AddSingleton<ChangeCounter>();
        services.AddSingleton<OutsideChanges>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<LogThrottle>();
        services.AddSingleton<ConnectionPool>();
        services.AddScoped<RentedConnection>();
        return services;
    }
}
