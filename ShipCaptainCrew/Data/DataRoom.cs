using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Data.Keeping;
using ShipCaptainCrew.Data.Starting;
using ShipCaptainCrew.Data.Waivers;

namespace ShipCaptainCrew.Data;

/// <summary>Registers how things are kept.</summary>
public static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton(storage);
        services.AddSingleton<DataFolder>();
        services.AddSingleton<Ballast>();
        services.AddSingleton<FolderLock>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Backups>();
        services.AddSingleton<Restore>();
        services.AddScoped<Ledger>();
        services.AddScoped<Change>();
        services.AddScoped<Berth>();
        services.AddScoped<Readiness>();
        services.AddSingleton(_ => Seal.In(storage));
        services.AddScoped(_ => new PublicSeals(storage.Keys));
        services.AddScoped<WaiverBook>();
        services.AddHostedService<Closing>();
        return services.AddDbContext<ShipDb>((provider, options) => options
            .UseSqlite(storage.ConnectionString)
            .AddInterceptors(new Pragmas(), new FullDisk(provider.GetRequiredService<Ballast>()))
            .ConfigureWarnings(LeaveToWhoeverCatches));
    }

    /// <summary>These failures are thrown as well; logged here too, a full disk would fill what is left of it.</summary>
    private static void LeaveToWhoeverCatches(WarningsConfigurationBuilder warnings) => warnings.Ignore(
        RelationalEventId.CommandError, RelationalEventId.ConnectionError, RelationalEventId.TransactionError,
        CoreEventId.SaveChangesFailed, CoreEventId.QueryIterationFailed);
}
