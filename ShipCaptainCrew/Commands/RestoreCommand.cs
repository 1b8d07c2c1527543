using System.CommandLine;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary><c>restore FILE</c>: replaces the data with a backup. The server must be stopped.</summary>
internal static class RestoreCommand
{
    public static Command Command(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "A backup made by the backup command or the nightly job.",
        };
        var command = new Command("restore", "Replaces the data with a backup. The current data is moved aside.")
        {
            file,
        };
        command.SetAction((parsed, cancel) => Restore(services, parsed.GetRequiredValue(file), cancel));
        return command;
    }

    private static async Task<int> Restore(IServiceProvider services, FileInfo file, CancellationToken cancel)
    {
        var aside = await services.GetRequiredService<Restore>().From(file.FullName, cancel);
        Console.WriteLine(aside is null ? "Restored." : $"Restored. The previous data is in {aside}");
        return 0;
    }
}
