using Microsoft.Data.Sqlite;
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
/// The schedule of duties on a real file, under a clock that the test turns: no server, no postman, and as many
/// schedulers at once as one likes.
/// </summary>
public sealed class SchedulerHarness : IAsyncDisposable
{
    private readonly List<ServiceProvider> hosts = [];
    private readonly StoragePaths storage = new(Directory.CreateTempSubdirectory("scc-bridge-").FullName);

    private SchedulerHarness(FakeTimeProvider clock) => Clock = clock;

    public FakeTimeProvider Clock { get; private set; }

    public QueryCounter Queries { get; } = new(ofTheClock: true);

    public IServiceProvider Services => hosts[0];

    public string Folder => storage.Directory;

    /// <summary>What the <see cref="RecordingJob"/> did.</summary>
    public JobRecorder Tally { get; } = new();

    /// <summary>The duties to go through, instead of the ship's own.</summary>
    public JobSchedule? Schedule { get; init; }

    public static async Task<SchedulerHarness> At(DateTimeOffset now, JobSchedule? schedule = null, int hosts = 1)
    {
        var harness = new SchedulerHarness(new(now)) { Schedule = schedule };
        harness.Start(hosts);
        await using var scope = harness.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareServer();
        return harness;
    }

    /// <summary>One minute's work, by all schedulers at the same time.</summary>
    public Task Tick() => Task.WhenAll(hosts.Select(host => host.GetRequiredService<JobScheduler>().RunDue()));

    /// <summary>Turns the clock to an instant, also back, and has the schedule gone through.</summary>
    public Task TickAt(DateTimeOffset now)
    {
        Turn(now);
        return Tick();
    }

    /// <summary>Ends all schedulers and begins with new ones on the same file.</summary>
    public async Task Restart()
    {
        var count = hosts.Count;
        await Stop();
        Start(count);
    }

    /// <summary>How many questions going through the schedule asks at that instant.</summary>
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

    /// <summary>Works in a scope that has entered the operator; the empty id enters none.</summary>
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
        using var pooled = new SqliteConnection(storage.ConnectionString);
        SqliteConnection.ClearPool(pooled);
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
        services.AddStorage(storage).AddEvidence(storage).AddData(storage).AddMaintenance();
        services.AddAccounts(storage);
        services.AddLive();
        services.AddMail();
        services.AddActions();
        services.AddJobs();
        services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Queries));
        if (Schedule is not null)
        {
            services.AddSingleton(Schedule);
            services.AddSingleton(Tally);
            services.AddScoped<RecordingJob>();
        }

        return services.BuildServiceProvider();
    }
}
