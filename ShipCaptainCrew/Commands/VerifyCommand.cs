using System.CommandLine;
using System.Globalization;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>verify [waivers|log]</c>: checks the integrity of the database and that nothing is missing since the newest
/// backup. Reports the first record that is wrong.
/// </summary>
internal static class VerifyCommand
{
    public static Command Command(IServiceProvider services)
    {
        var what = new Argument<string?>("WHAT")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "waivers: only the chains of signed waivers. log: only the chains of log entries.",
        };
        what.AcceptOnlyFromAmong(HashChains.Waivers, HashChains.Log);
        var command = new Command("verify", "Checks the file, its references, all log entries and all signed waivers.")
        {
            what,
        };
        command.SetAction(parsed => Verify(
            services.GetRequiredService<StoragePaths>(),
            services.GetRequiredService<Backups>(),
            parsed.GetValue(what)));
        return command;
    }

    private static int Verify(StoragePaths storage, Backups backups, string? what)
    {
        using var file = SqliteFile.Open(storage.Database);
        using var seals = new PublicSeals(storage.Keys);
        var newest = backups.Newest();
        if ((Fault(file, seals, what) ?? Lost(file, newest, what)) is { } fault) throw new CorruptDataException(fault);
        if (what is not HashChains.Waivers) Print(file, HashChains.Log, "entries");
        if (what is not HashChains.Log) Print(file, HashChains.Waivers, "signed waivers and erasures");
        Console.WriteLine(newest is null
            ? "There is no backup to compare with. The emails with the last hash of the waiver chain can show whether "
                + "records at the end are missing."
            : string.Create(
                CultureInfo.InvariantCulture, $"Nothing is missing since the backup of {newest.MadeAt:u}."));
        Console.WriteLine("No problems found.");
        return 0;
    }

    private static string? Fault(SqliteFile file, PublicSeals seals, string? what) => what switch
    {
        HashChains.Waivers => DatabaseVerification.OfWaivers(file, seals),
        HashChains.Log => DatabaseVerification.OfLog(file),
        _ => DatabaseVerification.Of(file, seals),
    };

    private static string? Lost(SqliteFile file, BackupManifest? newest, string? what)
    {
        var lost = what switch
        {
            HashChains.Waivers => newest?.MissingWaivers(file),
            HashChains.Log => newest?.MissingLogEntries(file),
            _ => newest?.FirstMissing(file),
        };
        return lost is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{lost} Compared with the backup of {newest!.MadeAt:u}.");
    }

    private static void Print(SqliteFile file, string table, string what)
    {
        foreach (var head in HashChains.Heads(file, table))
            Console.WriteLine($"{head.Operator}: {head.Seq} {what}, last hash {head.Hash}");
    }
}
