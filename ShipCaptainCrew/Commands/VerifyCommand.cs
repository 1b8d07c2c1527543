using System.CommandLine;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Keeping;

namespace ShipCaptainCrew.Commands;

/// <summary><c>verify [log]</c>: whether the database holds what was written. It names the first record that does not fit.</summary>
internal static class VerifyCommand
{
    public static Command Command(IServiceProvider services)
    {
        var what = new Argument<string?>("WHAT") { Arity = ArgumentArity.ZeroOrOne, Description = "log: only the chain of log entries." };
        what.AcceptOnlyFromAmong("log");
        var command = new Command("verify", "Checks the file, its references and every log entry.") { what };
        command.SetAction(parsed => Verify(services.GetRequiredService<Storage>(), parsed.GetValue(what)));
        return command;
    }

    private static int Verify(Storage storage, string? what)
    {
        using var file = SqliteFile.Open(storage.Database);
        if ((what is null ? Verification.Of(file) : Verification.OfLog(file)) is { } fault) throw new UnsoundException(fault);
        Console.WriteLine(string.Join('\n', Verification.Heads(file).Select(head => $"{head.Operator}: {head.Seq} entries, the last {head.Hash}").Append("All fits.")));
        return 0;
    }
}
