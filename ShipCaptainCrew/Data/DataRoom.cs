using Microsoft.EntityFrameworkCore;

namespace ShipCaptainCrew.Data;

/// <summary>Registers how things are kept.</summary>
public static class DataRoom
{
    public static IServiceCollection AddData(this IServiceCollection services, Storage storage)
    {
        services.AddSingleton(storage);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<DataFolder>();
        services.AddScoped<Readiness>();
        services.AddScoped<Ledger>();
        services.AddScoped<Change>();
        services.AddScoped<Berth>();
        return services.AddDbContext<ShipDb>(options => options
            .UseSqlite(storage.ConnectionString)
            .AddInterceptors(new Pragmas()));
    }
}
