using System.CommandLine;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Commands;

/// <summary>
/// <c>operator create</c>: creates an operator and prints the sign-in link of its owner on the last line.
/// </summary>
internal static class OperatorCreate
{
    private static readonly string[] Fields = ["name", "slug", "email", "time-zone", "latitude", "longitude"];

    public static Command Command(IServiceProvider services)
    {
        var options = Fields.Select(field => new Option<string>($"--{field}") { Required = true }).ToList();
        var create = new Command("create", "Creates an operator and prints the sign-in link of its owner.");
        options.ForEach(create.Add);
        create.SetAction((parsed, cancel) => Create(services, ReadInput(parsed, options), cancel));
        return create;
    }

    private static Input ReadInput(ParseResult parsed, IEnumerable<Option<string>> options)
    {
        var values = options.Select((option, i) =>
            KeyValuePair.Create<string, JsonNode?>(Fields[i].Replace('-', '_'), parsed.GetValue(option)));
        return Input.Of([.. values]);
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
