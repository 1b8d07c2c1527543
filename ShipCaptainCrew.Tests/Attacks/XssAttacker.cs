using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Writes XSS payloads into every text field of the operator Queen. Each field has its own mark, by which its text is
/// found.
/// </summary>
internal sealed partial class XssAttacker(Endpoints endpoints, int round) : IDisposable
{
    private static readonly Authenticator Phone = new();

    private readonly List<string> fields = [];
    private readonly HttpClient office = endpoints.Queen.Dana.Api;
    private readonly HttpClient owner = endpoints.Queen.Olive.Api;
    private readonly HttpClient captain = endpoints.Queen.Kim.Api;

    /// <summary>The name and mark of each field that was written.</summary>
    public IEnumerable<(string Field, string Mark)> Written => fields.Select((name, i) => (name, Mark(i)));

    /// <summary>The charters that were created.</summary>
    public List<Guid> Charters { get; } = [];

    /// <summary>The pages of everything else that was created.</summary>
    public List<string> Pages { get; } = [];

    private string Home => $"/{endpoints.Queen.Slug}";

    public async Task Write()
    {
        await ReferenceData();
        await People();
        var charter = await Charter();
        await Guests(charter);
        await Defects();
        await Sail(charter);
        await Cancel(await Charter());
        await OwnSettings();
    }

    public void Dispose() => Phone.Dispose();

    private JsonObject Contact(string whose) =>
        new() { ["name"] = Tag($"{whose}.contact.name"), ["email"] = Address(),
            ["phone"] = Tag($"{whose}.contact.phone", 40) };

    /// <summary>Quotation marks are the only markup that an email address can contain.</summary>
    private string Address() => $"\"'pwn'{round}\"@x.example";

    /// <summary>The API address of the existing record of a kind.</summary>
    private string Known(string plural) =>
        endpoints.All.First(endpoint => endpoint.Route == $"/api/{plural}/{{id:guid}}").Address;

    /// <summary>
    /// Returns a payload and the mark for a field. Each field gets another payload in each round, until it had all of
    /// them.
    /// </summary>
    private string Tag(string field, int max = 120)
    {
        if (!fields.Contains(field)) fields.Add(field);
        var index = fields.IndexOf(field);
        var payloads = XssPayloads.All.Where(payload => payload.Length + Mark(index).Length < max).ToList();
        return payloads[(round + index) % payloads.Count] + Mark(index);
    }

    private static string Mark(int field) => $"m{field}m";
}
