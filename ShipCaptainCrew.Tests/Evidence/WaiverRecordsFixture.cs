using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Evidence;

/// <summary>
/// Two operators' books of signed waivers, to take copies of: five records in the Queen's, of which the second was
/// erased by the fifth, and two in the other.
/// </summary>
public sealed class WaiverRecordsFixture : IAsyncLifetime
{
    public const string Unguard =
        "DROP TRIGGER waivers_keep_records; DROP TRIGGER waivers_keep_words; DROP TRIGGER waivers_keep_places;";
    private const string Literal = "D";

    private readonly AppFixture app = new();

    public Guid Queen { get; private set; }

    public Guid Other { get; private set; }

    public string Keys => Path.Combine(app.Folder, StoragePaths.KeysName);

    /// <summary>The Queen's records, in SQL.</summary>
    public string OfQueen => $"OperatorId = '{Queen.ToString(Literal).ToUpperInvariant()}'";

    public BackupManifest Manifest { get; private set; } = null!;

    public string Copy()
    {
        var path = Path.Combine(app.Folder, $"{Guid.NewGuid():N}.db");
        using var file = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName));
        file.CopyTo(path);
        return path;
    }

    /// <summary>
    /// What is found in a copy after it was tampered with by somebody who first takes the guards away.
    /// </summary>
    public WaiverFindings After(string tampering)
    {
        using var file = SqliteFile.Open(Copy());
        file.Execute($"{Unguard} {tampering}");
        return Findings(file);
    }

    public WaiverFindings Findings(SqliteFile file)
    {
        using var seals = new PublicSeals(Keys);
        return WaiverVerification.Of(file, seals);
    }

    public async ValueTask InitializeAsync()
    {
        Queen = await Fill("queen-of-san-diego", "Ann O'Neil", "Ben", "Cleo", "Dov");
        Other = await Fill("strangers", "Eve", "Finn");
        await EraseTheSecond();
        var backups = app.Services.GetRequiredService<Backups>();
        backups.Make();
        Manifest = backups.Newest()!;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<bool> EraseTheSecond() => app.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(Queen);
        return services.GetRequiredService<Change>().Run(async actor =>
            await services.GetRequiredService<WaiverRecordWriter>()
                .Erase(await db.Waivers.FirstAsync(row => row.Seq == 2), new(2030, 7, 4), actor.At));
    });

    private async Task<Guid> Fill(string slug, params string[] names)
    {
        var day = await CharterFixture.Begin(app, slug);
        await day.Cast.Waiver();
        foreach (var name in names) await day.Cast.Signs(day.CharterId, name);
        return day.Cast.OperatorId;
    }
}
