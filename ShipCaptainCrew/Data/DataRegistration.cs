using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Data;

/// <summary>Registers the database context and how changes are saved.</summary>
public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services, StoragePaths storage)
    {
        services.AddScoped<AuditLogWriter>();
        services.AddScoped<ICommitListener, SearchWordWriter>();
        services.AddScoped<Change>();
        services.AddScoped<WaiverRecordWriter>();
        return services.AddDbContext<AppDbContext>((provider, options) => options
            .UseSqlite(storage.ConnectionString)
            .AddInterceptors(
                new PragmaInterceptor(),
                new DiskFullInterceptor(provider.GetRequiredService<DiskReserve>()))
            .ConfigureWarnings(IgnoreThrownFailures));
    }

    /// <summary>
    /// These failures are thrown as well. Logging them here too would fill what is left of a full disk.
    /// </summary>
    private static void IgnoreThrownFailures(WarningsConfigurationBuilder warnings) => warnings.Ignore(
        RelationalEventId.CommandError,
        RelationalEventId.ConnectionError,
        RelationalEventId.TransactionError,
        CoreEventId.SaveChangesFailed,
        CoreEventId.QueryIterationFailed);
}
