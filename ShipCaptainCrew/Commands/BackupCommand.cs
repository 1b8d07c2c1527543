using System.CommandLine;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary><c>backup [FILE]</c>: makes a backup and prints its path. The server may be running.</summary>
internal static class BackupCommand
{
    public static Command Command(IServiceProvider services)
    {
        var file = new Argument<FileInfo?>("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Path of the backup file. Default: a new file in backups/ in the data folder.",
        };
        var command = new Command("backup", "Makes a backup of the database and the keys in one file.") { file };
        command.SetAction(parsed =>
            Console.WriteLine(services.GetRequiredService<Backups>().Make(parsed.GetValue(file)?.FullName)));
        return command;
    }
}
