using System.CommandLine;
using System.Globalization;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>status</c>: says whether the backups are made, emails can be read, and the disk has space. The server may be
/// running. The exit code is 1 if something needs an administrator.
/// </summary>
internal static class StatusCommand
{
    public static Command Command(IServiceProvider services)
    {
        var command = new Command("status", "Says whether backups, emails, and the disk need attention.");
        command.SetAction((_, cancel) => Print(services, cancel));
        return command;
    }

    private static async Task<int> Print(IServiceProvider services, CancellationToken cancel)
    {
        var storage = services.GetRequiredService<StoragePaths>();
        if (!File.Exists(storage.Database)) throw new StartRefusedException($"{storage.Database} is missing.");
        await using var scope = services.CreateAsyncScope();
        var state = await scope.ServiceProvider.GetRequiredService<InstallationHealth>().Read(cancel);
        foreach (var line in Lines(state, services.GetRequiredService<DataFolder>())) Console.WriteLine(line);
        return state.Problems.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Lines(InstallationState state, DataFolder folder)
    {
        yield return state.Problems.Count == 0 ? "ok" : $"attention: {string.Join(", ", state.Problems)}";
        yield return $"disk: {folder.FreeBytes >> 20} MB free";
        if (state.Backup is { } backup) yield return $"newest backup: {Text(backup.Newest)}";
        if (state.Backup is { FailingSince: { } since, Failed: { } run })
            yield return $"backup failing since: {Text(since)}: {run.Summary}";
        if (state.Emails is { } emails)
            yield return $"emails: {emails.Waiting} waiting, {emails.Unreadable} that cannot be read";
    }

    private static string Text(DateTimeOffset? at) =>
        at is { } instant ? string.Create(CultureInfo.InvariantCulture, $"{instant:u}") : "none";
}
