using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Jobs.Duties;

namespace ShipCaptainCrew.Jobs;

/// <summary>Registers what happens by itself.</summary>
public static class JobsRoom
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton(provider => Schedule.Read(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<TimeProvider>().GetUtcNow()));
        services.AddScoped<DutyBook>();
        services.AddScoped<ReminderRules>();
        services.AddSingleton<Watchkeeper>();
        services.AddSingleton<IRoster>(provider => provider.GetRequiredService<Watchkeeper>());
        services.AddHostedService(provider => provider.GetRequiredService<Watchkeeper>());
        foreach (var duty in Schedule.Usual) services.AddScoped(duty.Does);
        return services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(20);
            options.ServicesStopConcurrently = true;
            // A duty that fails says so in the log; it must not take the ship down with it.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
    }
}
