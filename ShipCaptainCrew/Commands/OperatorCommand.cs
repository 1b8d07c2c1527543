using System.CommandLine;
using System.Globalization;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>operator create | list | suspend | resume</c>: the operators of this installation, beside a running server or
/// without one.
/// </summary>
internal static class OperatorCommand
{
    public static Command Command(IServiceProvider services) =>
        new("operator", "Keeps the operators of this installation.")
    {
        OperatorCreate.Command(services), List(services), Suspend(services), Resume(services),
    };

    private static Command List(IServiceProvider services)
    {
        var command = new Command("list", "Lists the operators: slug, state, members, name.");
        command.SetAction(
            (_, cancel) =>
                With(services,
                    async operators =>
                        (
                            string.Join('\n',
                                (await operators.All(cancel)).Select(Print)
                                    .DefaultIfEmpty("There is no operator yet.")),
                            null),
                    cancel));
        return command;
    }

    private static Command Suspend(IServiceProvider services)
    {
        var slug = Slug();
        var evenUnderWay =
            new Option<bool>(
                "--even-under-way") {
                    Description =
                        "Although a boat is boarding or out: its overdue watch goes on, but nobody aboard can say all fast." };
        var command =
            new Command("suspend", "Closes an operator to everybody. All that it has is kept.") { slug, evenUnderWay };
        command.SetAction((parsed, cancel) => With(services, async operators =>
            ($"{parsed.GetValue(slug)} is suspended.",
                (await operators.Suspend(
                    parsed.GetRequiredValue(slug), parsed.GetValue(evenUnderWay), cancel)).Refusal),
                cancel));
        return command;
    }

    private static Command Resume(IServiceProvider services)
    {
        var slug = Slug();
        var command = new Command("resume", "Opens a suspended operator again.") { slug };
        command.SetAction((parsed, cancel) => With(services, async operators =>
            ($"{parsed.GetValue(slug)} is open.",
                (await operators.Resume(parsed.GetRequiredValue(slug), cancel)).Refusal),
                cancel));
        return command;
    }

    private static Argument<string> Slug() =>
        new("SLUG") { Description = "The operator's short name, as operator list prints it." };

    /// <summary>Does it on a database that is ready, and says so, or why not.</summary>
    private static async Task<int> With(IServiceProvider services,
        Func<OperatorActions, Task<(string Done, Refusal? Refusal)>> act, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareCommand(cancel);
        var (done, refusal) = await act(scope.ServiceProvider.GetRequiredService<OperatorActions>());
        if (refusal is null) Console.WriteLine(done);
        else await Console.Error.WriteLineAsync($"{refusal.Message}");
        return refusal is null ? 0 : 1;
    }

    private static string Print(OperatorLine line)
    {
        var state = line.SuspendedAt is { } since
            ? string.Create(CultureInfo.InvariantCulture, $"suspended since {since:u}") : "open";
        return $"{line.Slug,-24} {state,-36} {line.Members,4} {(line.Members == 1
            ? "member " : "members")}  {line.Name}";
    }
}
