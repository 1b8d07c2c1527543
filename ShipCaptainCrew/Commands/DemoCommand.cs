using System.CommandLine;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary><c>demo</c>: creates the demo operator next to any others, and prints what to do next.</summary>
internal static class DemoCommand
{
    public static Command Command(IServiceProvider services)
    {
        var command = new Command("demo", "Creates the demo operator, Harbor Demo, unless it exists.");
        command.SetAction((_, cancel) => Run(services, cancel));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareCommand(cancel);
        await scope.ServiceProvider.GetRequiredService<DemoSeed>().Run(cancel);
        var publicUrl = services.GetRequiredService<PublicAddress>().Value;
        Console.WriteLine(services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            ? $"Harbor Demo is ready. Start the server and open {publicUrl} to sign in with one tap."
            : $"Harbor Demo is ready at {publicUrl}{new OperatorPages(DemoOperator.Slug).Home}. "
                + "One-tap sign-in is offered in Development only.");
        return 0;
    }
}
