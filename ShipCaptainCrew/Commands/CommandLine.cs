using System.CommandLine;
using System.CommandLine.Invocation;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Commands;

/// <summary>Runs the command given on the command line or, without one, the server.</summary>
public static class CommandLine
{
    /// <returns>The exit code: 0 on success; otherwise one line on standard error gives the reason.</returns>
    public static async Task<int> Run(WebApplication app, string[] args)
    {
        var commands = Commands(app);
        try
        {
            var isCommand = args.Length > 0 && commands.Subcommands.Any(command => command.Name == args[0]);
            return isCommand ? await Invoke(commands.Parse(args)) : await Serve.Run(app);
        }
        catch (Exception failure)
        {
            await WriteError(failure.Message);
            return failure is StartRefusedException refused ? refused.ExitCode : 1;
        }
    }

    private static async Task<int> Invoke(ParseResult command)
    {
        if (command.Action is not ParseErrorAction)
            return await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        await WriteError(string.Join(' ', command.Errors.Select(error => error.Message)));
        return 1;
    }

    /// <summary>Writes the reason to standard error on one line.</summary>
    private static Task WriteError(string reason) =>
        Console.Error.WriteLineAsync(
            string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static RootCommand Commands(WebApplication app) => new("ShipCaptainCrew")
    {
        OperatorCommand.Command(app.Services),
        DemoCommand.Command(app.Services),
        BackupCommand.Command(app.Services),
        RestoreCommand.Command(app.Services),
        VerifyCommand.Command(app.Services),
        StatusCommand.Command(app.Services),
        RoutesCommand.Command(app),
    };
}
