using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// The whole app, with a real SQLite file in a folder of its own, real mail over TCP and a clock that the test turns.
/// </summary>
public sealed class AppFixture : WebApplicationFactory<Program>
{
    /// <summary>A Wednesday morning in San Diego.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 7, 1, 16, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A database with no row in it, made once: to make it anew for each ship would take longer than most tests.
    /// </summary>
    private static readonly Lazy<byte[]> NewDatabase = new(() => Database().GetAwaiter().GetResult());

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scc-");

    public FakeTimeProvider Clock { get; } = new(Morning);

    public SmtpSink Post { get; } = new();

    public QueryCounter Queries { get; } = new();

    public string Folder => folder.FullName;

    /// <summary>Settings on top of the usual ones, to be set before the first use.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>
    /// Whether the schedule is gone through by itself as the clock is turned; otherwise a test has it gone through when
    /// it says so.
    /// </summary>
    public bool KeepsWatch { get; init; }

    /// <summary>
    /// Whether it turns away who asks too often, as outside; most tests are hastier than any visitor.
    /// </summary>
    public bool KeepsLimits { get; init; }

    /// <summary>The address every call comes from, which no call of a test's has by itself.</summary>
    public IPAddress? Caller { get; init; }

    /// <summary>An operator with its cast aboard.</summary>
    public Task<Cast> Cast(string slug = "queen-of-san-diego") => ShipCaptainCrew.Tests.Support.Cast.Board(this, slug);

    /// <summary>Works on the database as the app would, in a scope of its own.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Changes something of an operator's, as the ship's own clock would.</summary>
    public Task<T> Change<T>(Guid operatorId, Func<AppDbContext, Actor, Task<T>> act) => In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(operatorId);
        return services.GetRequiredService<Change>().Run(actor => act(db, actor));
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var database = Path.Combine(Folder, StoragePaths.DatabaseName);
        if (!File.Exists(database)) File.WriteAllBytes(database, NewDatabase.Value);
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
        builder.ConfigureServices(services => services
            .ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(Queries))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        if (Caller is not null)
            builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Wire(Caller)));
        if (!KeepsWatch) builder.ConfigureServices(services => services.Remove(services.Single(IsWatch)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Post.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await Clear();
        GC.SuppressFinalize(this);
    }

    private static async Task<byte[]> Database()
    {
        await using var folder = await DataFolderFixture.Used();
        return await File.ReadAllBytesAsync(folder.Storage.Database);
    }

    private sealed class Wire(IPAddress caller) : IStartupFilter
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

    private static bool IsWatch(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
            && service.ImplementationFactory?.Method.ReturnType == typeof(JobScheduler);

    /// <summary>
    /// The program hears of its end twice, from the factory and by itself, and may still be folding up its database.
    /// </summary>
    private async Task Clear()
    {
        for (var tries = 0; folder.Exists; tries++, folder.Refresh())
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(50);
            }
        }
    }
}
