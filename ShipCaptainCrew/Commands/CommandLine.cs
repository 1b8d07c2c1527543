using System.CommandLine;

namespace ShipCaptainCrew.Commands;

/// <summary>What can be done from a shell, beside a running server or without one.</summary>
public static class CommandLine
{
    private static readonly HashSet<string> Names = ["operator", "demo"];

    /// <summary>Whether these arguments name a command; anything else starts the server.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && Names.Contains(args[0]);

    /// <returns>The exit code: 0 where it was done, else not, with one line on standard error.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        var root = new RootCommand("ShipCaptainCrew") { OperatorCreate.Command(services), DemoCommand.Command(services) };
        try
        {
            return await root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure)
        {
            await Console.Error.WriteLineAsync(failure.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }
}
