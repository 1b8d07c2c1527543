using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Live;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// One or more job schedulers on a real database file, with a clock that the test sets, and without a web server or an
/// outbox worker.
/// </summary>
public sealed class SchedulerHarness : IAsyncDisposable
{
    private readonly List<ServiceProvider> hosts = [];
    private readonly StoragePaths storage = new(Directory.CreateTempSubdirectory("scc-scheduler-").FullName);

    private SchedulerHarness(FakeTimeProvider clock) => Clock = clock;

    public FakeTimeProvider Clock { get; private set; }

    public QueryCounter Queries { get; } = new(includesJobs: true);

    public QueryPlans Plans { get; } = new();

    public IServiceProvider Services => hosts[0];

    public string Folder => storage.Directory;

    public string Database => storage.Database;

    /// <summary>The runs of the <see cref="RecordingJob"/>.</summary>
    public JobRecorder Tally { get; } = new();

    /// <summary>The jobs to run instead of the app's own; null for those.</summary>
    public JobSchedule? Schedule { get; init; }

    public static async Task<SchedulerHarness> At(DateTimeOffset now, JobSchedule? schedule = null, int hosts = 1)
    {
        var harness = new SchedulerHarness(new(now)) { Schedule = schedule };
        harness.Start(hosts);
        await using var scope = harness.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareServer();
        return harness;
    }

    /// <summary>Runs the jobs due now, by all schedulers at the same time.</summary>
    public Task Tick() => Task.WhenAll(hosts.Select(host => host.GetRequiredService<JobScheduler>().RunDue()));

    /// <summary>Sets the clock, forward or back, and runs the jobs due then.</summary>
    public Task TickAt(DateTimeOffset now)
    {
        Turn(now);
        return Tick();
    }

    /// <summary>Stops all schedulers and starts new ones on the same file.</summary>
    public async Task Restart()
    {
        var count = hosts.Count;
        await Stop();
        Start(count);
    }

    /// <summary>Sets the clock and runs the jobs due then.</summary>
    /// <returns>The number of database queries.</returns>
    public async Task<int> Asked(DateTimeOffset now)
    {
        Turn(now);
        return await Queries.During(Tick);
    }

    public void Turn(DateTimeOffset now) => Clock.AdjustTime(now);

    public Task<T> In<T>(Guid operatorId, Func<AppDbContext, Task<T>> work) =>
        With(operatorId, services => work(services.GetRequiredService<AppDbContext>()));

    public Task<T> Change<T>(Guid operatorId, Func<AppDbContext, Actor, Task<T>> act) =>
        With(operatorId,
            services => services.GetRequiredService<Change>()
                .Run(actor => act(services.GetRequiredService<AppDbContext>(), actor)));

    /// <summary>Works in a service scope of the operator, or of none if the id is empty.</summary>
    public async Task<T> With<T>(Guid operatorId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        if (operatorId != Guid.Empty) scope.ServiceProvider.GetRequiredService<AppDbContext>().UseOperator(operatorId);
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(storage.Directory, recursive: true);
    }

    private void Start(int count)
    {
        for (var i = 0; i < count; i++) hosts.Add(Host());
    }

    private async Task Stop()
    {
        foreach (var host in hosts) await host.DisposeAsync();
        hosts.Clear();
    }

    private ServiceProvider Host()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", "https://ship.test")]).Build());
        services.AddStorage(storage).AddEvidence(storage).AddData().AddMaintenance();
        services.AddAccounts(storage);
        services.AddLive();
        services.AddMail();
        services.AddActions();
        services.AddJobs();
        services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Queries, Plans));
        if (Schedule is not null)
        {
            services.AddSingleton(Schedule);
            services.AddSingleton(Tally);
            services.AddScoped<RecordingJob>();
        }

        return services.BuildServiceProvider();
    }
}
