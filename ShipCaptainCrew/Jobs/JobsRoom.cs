namespace ShipCaptainCrew.Jobs;

/// <summary>Registers what happens by itself.</summary>
public static class JobsRoom
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddHostedService<Nightly>()
        .Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(20);
            options.ServicesStopConcurrently = true;
            // A duty that fails says so in the log; it must not take the ship down with it.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
}
