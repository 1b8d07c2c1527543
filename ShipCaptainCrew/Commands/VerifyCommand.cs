using System.CommandLine;
using System.Globalization;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>verify [waivers|log]</c>: whether the database holds what was written, and all that it held when the newest
/// backup was made. It names the first record that does not fit.
/// </summary>
internal static class VerifyCommand
{
    public static Command Command(IServiceProvider services)
    {
        var what =
            new Argument<string?>(
                "WHAT") { Arity = ArgumentArity.ZeroOrOne,
                    Description = "waivers: only the books of signed waivers. log: only the chains of log entries." };
        what.AcceptOnlyFromAmong(HashChains.Waivers, HashChains.Log);
        var command =
            new Command("verify", "Checks the file, its references, every log entry and every signed waiver.") { what };
        command.SetAction(
            parsed =>
                Verify(services.GetRequiredService<StoragePaths>(), services.GetRequiredService<Backups>(),
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
            ? "There is no backup to compare these ends with; the letters with the waiver book's last hash can tell whether one was cut off."
            : string.Create(
                CultureInfo.InvariantCulture, $"Nothing is missing that the backup of {newest.MadeAt:u} held."));
        Console.WriteLine("All fits.");
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
            ? null : string.Create(CultureInfo.InvariantCulture, $"{lost} So says the backup of {newest!.MadeAt:u}.");
    }

    private static void Print(SqliteFile file, string table, string what)
    {
        foreach (var head in HashChains.Heads(file, table))
            Console.WriteLine($"{head.Operator}: {head.Seq} {what}, the last {head.Hash}");
    }
}
