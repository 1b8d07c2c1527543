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
/// A database with the waiver records of two operators, of which each test takes a copy. Queen has five records, of
/// which the fifth erased the second; the other operator has two.
/// </summary>
public sealed class WaiverRecordsFixture : IAsyncLifetime
{
    public const string DropTriggers =
        "DROP TRIGGER waivers_keep_records; DROP TRIGGER waivers_keep_words; DROP TRIGGER waivers_keep_places;";

    private readonly AppFixture app = new();

    public Guid Queen { get; private set; }

    public Guid Other { get; private set; }

    public string Keys => Path.Combine(app.Folder, StoragePaths.KeysName);

    /// <summary>The SQL condition for Queen's records.</summary>
    public string OfQueen => $"OperatorId = '{Queen.ToString("D").ToUpperInvariant()}'";

    public BackupManifest Manifest { get; private set; } = null!;

    public string Copy()
    {
        var path = Path.Combine(app.Folder, $"{Guid.NewGuid():N}.db");
        using var file = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName));
        file.CopyTo(path);
        return path;
    }

    /// <summary>Verifies a copy after its triggers were dropped and the SQL was executed.</summary>
    public WaiverFindings FindingsAfter(string sql)
    {
        using var file = SqliteFile.Open(Copy());
        file.Execute($"{DropTriggers} {sql}");
        return Findings(file);
    }

    public WaiverFindings Findings(SqliteFile file)
    {
        using var seals = new PublicSeals(Keys);
        return WaiverVerification.Of(file, seals);
    }

    public async ValueTask InitializeAsync()
    {
        Queen = await SignWaivers("queen-of-san-diego", "Ann O'Neil", "Ben", "Cleo", "Dov");
        Other = await SignWaivers("strangers", "Eve", "Finn");
        await EraseSecondRecord();
        var backups = app.Services.GetRequiredService<Backups>();
        backups.Make();
        Manifest = backups.Newest()!;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<bool> EraseSecondRecord() => app.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(Queen);
        return services.GetRequiredService<Change>().Run(async actor =>
            await services.GetRequiredService<WaiverRecordWriter>()
                .Erase(await db.Waivers.FirstAsync(row => row.Seq == 2), new(2030, 7, 4), actor.At));
    });

    private async Task<Guid> SignWaivers(string slug, params string[] names)
    {
        var charter = await CharterFixture.Begin(app, slug);
        await charter.Cast.Waiver();
        foreach (var name in names) await charter.Cast.Signs(charter.CharterId, name);
        return charter.Cast.OperatorId;
    }
}
