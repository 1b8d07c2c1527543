using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>A data folder with the services that use it, without the rest of the app.</summary>
/// <param name="folder">An existing folder to share; null for a new one.</param>
public sealed class DataFolderFixture(string? folder = null) : IAsyncDisposable
{
    private ServiceProvider? services;

    public StoragePaths Storage { get; } = new(folder ?? Directory.CreateTempSubdirectory("scc-data-").FullName);

    /// <summary>A folder that a server has used and shut down cleanly.</summary>
    public static async Task<DataFolderFixture> Used()
    {
        var folder = new DataFolderFixture();
        await folder.TakeCharge();
        await folder.Leave();
        return folder;
    }

    public T Get<T>()
        where T : notnull => Services().GetRequiredService<T>();

    /// <summary>Starts as the server would.</summary>
    public Task TakeCharge() => Start(startup => startup.PrepareServer());

    /// <summary>Starts as a command would.</summary>
    public Task Prepare() => Start(startup => startup.PrepareCommand());

    /// <summary>Releases the folder without deleting it.</summary>
    public async Task Leave()
    {
        if (services is not null) await services.DisposeAsync();
        services = null;
    }

    public void Sql(string sql)
    {
        using var file = SqliteFile.Open(Storage.Database);
        file.Execute(sql);
    }

    /// <summary>
    /// Path and SHA-256 of every file except the lock files and the -shm file, which SQLite keeps while the database is
    /// open.
    /// </summary>
    public Dictionary<string, string> Contents() =>
        Directory.EnumerateFiles(Storage.Directory, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith(".lock", StringComparison.Ordinal)
                && !path.EndsWith("-shm", StringComparison.Ordinal))
            .ToDictionary(path => path, path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    public async ValueTask DisposeAsync()
    {
        await Leave();
        if (folder is null) Directory.Delete(Storage.Directory, recursive: true);
    }

    private async Task Start(Func<StartupSequence, Task> start)
    {
        await using var scope = Services().CreateAsyncScope();
        await start(scope.ServiceProvider.GetRequiredService<StartupSequence>());
    }

    private ServiceProvider Services() => services ??= new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddStorage(Storage)
        .AddEvidence(Storage)
        .AddData()
        .AddMaintenance()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();
}
