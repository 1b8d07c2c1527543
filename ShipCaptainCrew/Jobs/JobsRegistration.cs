using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>Registers the scheduled jobs and the scheduler that runs them.</summary>
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
        foreach (var job in JobSchedule.Default) services.AddScoped(job.JobType);
        return services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(20);
            options.ServicesStopConcurrently = true;
            // A failing background service is logged; it must not stop the app.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
    }
}
