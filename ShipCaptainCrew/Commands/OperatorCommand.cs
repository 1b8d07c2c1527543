using System.CommandLine;
using System.Globalization;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>operator create | list | suspend | resume</c>: manages the operators of this installation. The server may be
/// running.
/// </summary>
internal static class OperatorCommand
{
    public static Command Command(IServiceProvider services) =>
        new("operator", "Manages the operators of this installation.")
        {
            OperatorCreate.Command(services),
            List(services),
            Suspend(services),
            Resume(services),
        };

    private static Command List(IServiceProvider services)
    {
        var command = new Command("list", "Lists the operators: slug, state, members, name.");
        command.SetAction((_, cancel) => Run(services, async operators =>
        {
            var lines = (await operators.All(cancel)).Select(Print).DefaultIfEmpty("There is no operator yet.");
            return (string.Join('\n', lines), null);
        }, cancel));
        return command;
    }

    private static Command Suspend(IServiceProvider services)
    {
        var slug = Slug();
        var evenUnderWay = new Option<bool>("--even-under-way")
        {
            Description = "Suspend even if a charter is boarding or underway. Its overdue emails continue, "
                + "but its crew cannot confirm all fast.",
        };
        var command = new Command("suspend", "Blocks all access to an operator. Its data is kept.")
        {
            slug,
            evenUnderWay,
        };
        command.SetAction((parsed, cancel) => Run(services, async operators =>
        {
            var outcome = await operators.Suspend(
                parsed.GetRequiredValue(slug), parsed.GetValue(evenUnderWay), cancel);
            return ($"{parsed.GetValue(slug)} is suspended.", outcome.Refusal);
        }, cancel));
        return command;
    }

    private static Command Resume(IServiceProvider services)
    {
        var slug = Slug();
        var command = new Command("resume", "Ends the suspension of an operator.") { slug };
        command.SetAction((parsed, cancel) => Run(services, async operators =>
        {
            var outcome = await operators.Resume(parsed.GetRequiredValue(slug), cancel);
            return ($"{parsed.GetValue(slug)} is open.", outcome.Refusal);
        }, cancel));
        return command;
    }

    private static Argument<string> Slug() =>
        new("SLUG") { Description = "The short name of the operator, as printed by operator list." };

    /// <summary>Prepares the database, runs the action, and prints its result or the refusal.</summary>
    private static async Task<int> Run(
        IServiceProvider services,
        Func<OperatorActions, Task<(string Message, Refusal? Refusal)>> action,
        CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareCommand(cancel);
        var (message, refusal) = await action(scope.ServiceProvider.GetRequiredService<OperatorActions>());
        if (refusal is null) Console.WriteLine(message);
        else await Console.Error.WriteLineAsync($"{refusal.Message}");
        return refusal is null ? 0 : 1;
    }

    private static string Print(OperatorLine line)
    {
        var state = line.SuspendedAt is { } since
            ? string.Create(CultureInfo.InvariantCulture, $"suspended since {since:u}")
            : "open";
        var unit = line.Members == 1 ? "member " : "members";
        return $"{line.Slug,-24} {state,-36} {line.Members,4} {unit}  {line.Name}";
    }
}
