using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// The whole app, with a SQLite file in a folder of its own, SMTP over TCP and a clock that the test sets.
/// </summary>
public sealed class AppFixture : WebApplicationFactory<Program>
{
    /// <summary>Wednesday, July 1, 2026, 9:00 in San Diego.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 7, 1, 16, 0, 0, TimeSpan.Zero);

    /// <summary>An empty database, made once, since migrating a new one takes longer than most tests.</summary>
    private static readonly Lazy<byte[]> NewDatabase = new(() => MakeDatabase().GetAwaiter().GetResult());

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scc-");

    public FakeTimeProvider Clock { get; } = new(Morning);

    public SmtpSink Post { get; } = new();

    public QueryCounter Queries { get; } = new();

    public QueryPlans Plans { get; } = new();

    public QuerySteps Steps { get; } = new();

    public string Folder => folder.FullName;

    public string Database => Path.Combine(Folder, StoragePaths.DatabaseName);

    /// <summary>Settings in addition to the usual ones; they must be set before the first use.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Whether the job scheduler runs in the background; otherwise tests run it.</summary>
    public bool KeepsWatch { get; init; }

    /// <summary>Whether the rate limits apply; most tests send more requests than they allow.</summary>
    public bool KeepsLimits { get; init; }

    /// <summary>The remote address of every request, which requests in tests lack otherwise.</summary>
    public IPAddress? Caller { get; init; }

    /// <summary>Creates an operator with its members.</summary>
    public Task<Cast> Cast(string slug = "queen-of-san-diego") => ShipCaptainCrew.Tests.Support.Cast.Create(this, slug);

    /// <summary>Works with the app's services, in a scope of its own.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Changes data of an operator as a scheduled job does, without a member.</summary>
    public Task<T> Change<T>(Guid operatorId, Func<AppDbContext, Actor, Task<T>> act) => In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(operatorId);
        return services.GetRequiredService<Change>().Run(actor => act(db, actor));
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (!File.Exists(Database)) File.WriteAllBytes(Database, NewDatabase.Value);
        builder.UseSetting("Storage:Directory", Folder);
        builder.UseSetting("PublicUrl", "https://ship.test");
        builder.UseSetting("Smtp:Host", "127.0.0.1");
        builder.UseSetting("Smtp:Port", $"{Post.Port}");
        builder.UseSetting("Smtp:Security", "none");
        builder.UseSetting("Demo:Seed", "false");
        if (!KeepsLimits)
            foreach (var limit in (string[])["SignIn", "Letters", "FailedTries", "Passkey", "Guest", "Api", "Streams",
                "StreamsByAddress", "Exports", "Invitations"])
                builder.UseSetting($"Limits:{limit}", "1000000");
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        // Nobody reads the console's log of a passing test; LogCapture keeps what a test asks for.
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services
            .ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Queries, Plans, Steps))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        if (Caller is not null)
            builder.ConfigureServices(
                services => services.AddSingleton<IStartupFilter>(new RemoteAddressFilter(Caller)));
        if (!KeepsWatch) builder.ConfigureServices(services => services.Remove(services.Single(IsJobScheduler)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Post.DisposeAsync();
        await folder.DeleteWhenClosed();
        GC.SuppressFinalize(this);
    }

    private static async Task<byte[]> MakeDatabase()
    {
        await using var folder = await DataFolderFixture.Used();
        return await File.ReadAllBytesAsync(folder.Storage.Database);
    }

    private sealed class RemoteAddressFilter(IPAddress caller) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, onward) =>
            {
                http.Connection.RemoteIpAddress = caller;
                return onward(http);
            });
            next(app);
        };
    }

    private static bool IsJobScheduler(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
            && service.ImplementationFactory?.Method.ReturnType == typeof(JobScheduler);
}
