using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Data;

/// <summary>Registers how things are kept.</summary>
public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services, StoragePaths storage)
    {
        services.AddSingleton(storage);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<DiskReserve>();
        services.AddSingleton<FolderLock>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Backups>();
        services.AddSingleton<Restore>();
        services.AddScoped<AuditLogWriter>();
        services.AddScoped<Change>();
        services.AddScoped<StartupSequence>();
        services.AddScoped<Readiness>();
        services.AddSingleton(_ => Seal.In(storage));
        services.AddScoped(_ => new PublicSeals(storage.Keys));
        services.AddScoped<WaiverRecordWriter>();
        services.AddHostedService<ShutdownCheckpoint>();
        return services.AddDbContext<AppDbContext>((provider, options) => options
            .UseSqlite(storage.ConnectionString)
            .AddInterceptors(
                new PragmaInterceptor(), new DiskFullInterceptor(provider.GetRequiredService<DiskReserve>()))
            .ConfigureWarnings(LeaveToWhoeverCatches));
    }

    /// <summary>
    /// These failures are thrown as well; logged here too, a full disk would fill what is left of it.
    /// </summary>
    private static void LeaveToWhoeverCatches(WarningsConfigurationBuilder warnings) => warnings.Ignore(
        RelationalEventId.CommandError, RelationalEventId.ConnectionError, RelationalEventId.TransactionError,
        CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed);
}
