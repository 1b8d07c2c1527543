using System.Diagnostics;

namespace ShipCaptainCrew.E2E.Support;

public partial class AppProcess
{
    /// <summary>Runs a command, such as <c>operator create …</c>, and returns its standard output.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public async Task<string> Command(params string[] arguments)
    {
        var (code, output, errors) = await Run(arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {errors}");
    }

    /// <summary>Runs the program to its end, as a command or as a server that does not start.</summary>
    public async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    /// <summary>Starts a server and kills it after a delay, whatever it is doing.</summary>
    /// <param name="delay">How long it runs.</param>
    /// <param name="begin">The file whose appearance begins the delay; null for the start of the process.</param>
    public async Task RunAndKill(TimeSpan delay, string? begin = null)
    {
        using var process = Start([]);
        if (begin is not null) await UntilExists(begin, process);
        await Task.Delay(delay);
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task UntilExists(string path, Process process)
    {
        while (!File.Exists(path) && !process.HasExited) await Task.Delay(1);
    }
}
