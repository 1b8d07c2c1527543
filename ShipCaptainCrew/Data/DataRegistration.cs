using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Storage.Connections;

namespace ShipCaptainCrew.Data;

/// <summary>Registers the database context and how changes are saved.</summary>
public static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddScoped<AuditLogWriter>();
        services.AddScoped<ICommitListener, SearchWordWriter>();
        services.AddScoped<Change>();
        services.AddScoped<WaiverRecordWriter>();
        services.AddDbContext<AppDbContext>(Configure, optionsLifetime: ServiceLifetime.Singleton);
        return services.AddScoped(WithKeptConnection);
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder options) => options
        .UseSqlite()
        .AddInterceptors(
            new PragmaInterceptor(),
            new RentedConnections(),
            new PreparedStatements(),
            new DiskFullInterceptor(services.GetRequiredService<DiskReserve>()))
        .ConfigureWarnings(IgnoreThrownFailures);

    private static AppDbContext WithKeptConnection(IServiceProvider services) =>
        new(services.GetRequiredService<DbContextOptions<AppDbContext>>())
        {
            Rented = services.GetRequiredService<RentedConnection>(),
        };

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
