using System.CommandLine;
using System.CommandLine.Invocation;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// What can be done from a shell: a command, beside a running server or without one, or else the server itself.
/// </summary>
public static class CommandLine
{
    /// <returns>The exit code: 0 where it was done, else not, with one line on standard error.</returns>
    public static async Task<int> Run(WebApplication app, string[] args)
    {
        var commands = Commands(app);
        try
        {
            var isCommand = args.Length > 0 && commands.Subcommands.Any(command => command.Name == args[0]);
            return isCommand ? await Do(commands.Parse(args)) : await Serve.Run(app);
        }
        catch (Exception failure)
        {
            await SayWhy(failure.Message);
            return failure is StartRefusedException refused ? refused.ExitCode : 1;
        }
    }

    private static async Task<int> Do(ParseResult command)
    {
        if (command.Action is not ParseErrorAction)
            return await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        await SayWhy(string.Join(' ', command.Errors.Select(error => error.Message)));
        return 1;
    }

    /// <summary>On one line, however the reason was written.</summary>
    private static Task SayWhy(string reason) =>
        Console.Error.WriteLineAsync(
            string.Join(' ', reason.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static RootCommand Commands(WebApplication app) => new("ShipCaptainCrew")
    {
        OperatorCommand.Command(app.Services),
        DemoCommand.Command(app.Services),
        BackupCommand.Command(app.Services),
        RestoreCommand.Command(app.Services),
        VerifyCommand.Command(app.Services),
        RoutesCommand.Command(app),
    };
}
