using System.CommandLine;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>operator create</c>: a new operator and the link by which its owner comes aboard, alone on the last line.
/// </summary>
internal static class OperatorCreate
{
    private static readonly string[] Fields = ["name", "slug", "email", "time-zone", "latitude", "longitude"];

    public static Command Command(IServiceProvider services)
    {
        var options = Fields.Select(field => new Option<string>($"--{field}") { Required = true }).ToList();
        var create = new Command("create", "Makes an operator and prints its owner's link.");
        options.ForEach(create.Add);
        create.SetAction((parsed, cancel) => Create(services, Input.Of([.. options.Select((option, i) =>
            KeyValuePair.Create<string, System.Text.Json.Nodes.JsonNode?>(
                Fields[i].Replace('-', '_'), parsed.GetValue(option)))]),
                cancel));
        return create;
    }

    private static async Task<int> Create(IServiceProvider services, Input input, CancellationToken cancel)
    {
        var publicUrl = services.GetRequiredService<PublicAddress>().Value;
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareCommand(cancel);
        var (token, refusal) = await scope.ServiceProvider.GetRequiredService<OperatorSetup>().Create(input, cancel);
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(Reason(refusal));
            return 1;
        }

        Console.WriteLine(publicUrl + OpenPages.SignInLink(token!));
        return 0;
    }

    private static string Reason(Refusal refusal) => refusal.Errors is { } errors
        ? string.Join("; ", errors.Select(field => $"--{field.Key.Replace('_', '-')}: {field.Value[0]}"))
        : refusal.Message.ToString();
}
