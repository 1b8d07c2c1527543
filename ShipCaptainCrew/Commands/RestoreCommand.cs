using System.CommandLine;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary><c>restore FILE</c>: puts a backup in place of what is there. The server must be stopped.</summary>
internal static class RestoreCommand
{
    public static Command Command(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup made by the command backup or by night." };
        var command =
            new Command("restore", "Puts a backup in place of the data; what was there is put aside.") { file };
        command.SetAction((parsed, cancel) => Restore(services, parsed.GetRequiredValue(file), cancel));
        return command;
    }

    private static async Task<int> Restore(IServiceProvider services, FileInfo file, CancellationToken cancel)
    {
        var aside = await services.GetRequiredService<Restore>().From(file.FullName, cancel);
        Console.WriteLine(aside is null ? "Restored." : $"Restored. What was there before lies in {aside}");
        return 0;
    }
}
