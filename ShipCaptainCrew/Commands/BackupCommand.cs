using System.CommandLine;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>backup [FILE]</c>: makes a backup, beside a running server or without one, and prints where it is.
/// </summary>
internal static class BackupCommand
{
    public static Command Command(IServiceProvider services)
    {
        var file =
            new Argument<FileInfo?>(
                "FILE") { Arity = ArgumentArity.ZeroOrOne,
                    Description = "Where to; unless given, the folder backups/ beside the data." };
        var command = new Command("backup", "Makes a backup of the database and the keys in one file.") { file };
        command.SetAction(
            parsed => Console.WriteLine(services.GetRequiredService<Backups>().Make(parsed.GetValue(file)?.FullName)));
        return command;
    }
}
