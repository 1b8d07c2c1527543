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
        services.AddSingleton(storage).AddSingleton<DataFolder>().AddSingleton<Ballast>().AddSingleton<FolderLock>().AddSingleton<WriteGate>();
        services.AddSingleton<Backups>().AddSingleton<Restore>();
        services.AddScoped<Ledger>().AddScoped<Change>().AddScoped<Berth>().AddScoped<Readiness>();
        services.AddSingleton(_ => Seal.In(storage)).AddScoped(_ => new PublicSeals(storage.Keys)).AddScoped<WaiverBook>();
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
