using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>Registers what happens by itself.</summary>
public static class JobsRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton(provider => JobSchedule.Read(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<TimeProvider>().GetUtcNow()));
        services.AddScoped<JobRuns>();
        services.AddScoped<ReminderRules>();
        services.AddSingleton<JobScheduler>();
        services.AddSingleton<IScheduleView>(provider => provider.GetRequiredService<JobScheduler>());
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
        foreach (var job in JobSchedule.Usual) services.AddScoped(job.Does);
        return services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(20);
            options.ServicesStopConcurrently = true;
            // A duty that fails says so in the log; it must not take the ship down with it.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
    }
}
