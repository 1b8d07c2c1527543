using System.Globalization;
using System.Text.Json.Nodes;

namespace Bench.Speed;

/// <summary>
/// An operator made through the product's own API: charters with 3 checklists of 18 items and 12 guests, a charter to
/// claim a position on, and one whose guests sign.
/// </summary>
internal sealed class SampleOperator : IDisposable
{
    public const string Slug = "queen";
    private const string OwnerAddress = "olive@queen.example";
    private const string MateAddress = "mia@queen.example";
    private const int Lists = 3;
    private const int Items = 18;
    private const int Guests = 12;
    private const int Charters = 10;
    private const int Capacity = 600;

    private readonly Product product;
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
    private JsonNode vessel = null!;
    private JsonNode captain = null!;
    private JsonNode type = null!;

    private SampleOperator(Product product) => this.product = product;

    public ApiClient Owner { get; private set; } = null!;

    public ApiClient Mate { get; private set; } = null!;

    /// <summary>The owner in a browser.</summary>
    public Visitor Pages { get; private set; } = null!;

    public IReadOnlyList<SampleCharter> Booked { get; private set; } = [];

    /// <summary>The charter that most lines are about.</summary>
    public SampleCharter Main => Booked[0];

    public string OpenCharter { get; private set; } = "";

    /// <summary>The links of guests who have not signed.</summary>
    public IReadOnlyList<string> Waivers { get; private set; } = [];

    /// <summary>A week in which there is a charter on each day.</summary>
    public string Week => $"/{Slug}/week?week={Text(today.AddDays(7))}";

    public static async Task<SampleOperator> Create(Product product, int signatures)
    {
        var link = (await product.Run("operator", "create", "--name", "Queen", "--slug", Slug, "--email", OwnerAddress,
            "--time-zone", "America/Los_Angeles", "--latitude", "32.7", "--longitude", "-117.2")).Split('/')[^1];
        var sample = new SampleOperator(product) { Owner = await ApiClient.SignIn(product, link, "Olive") };
        await sample.AddReferenceData();
        sample.Booked = await sample.Book(Charters, startsIn: 1, Guests);
        sample.OpenCharter = (string)(await sample.AddCharter(Charters + 4, withMate: false))["id"]!;
        sample.Waivers = await sample.AddSigners(signatures);
        var page = $"/{Slug}/charters/{sample.Main.Id}/checklists/{sample.Main.Checklists[0].Id}";
        sample.Pages = await Browser.SignIn(product, OwnerAddress, page);
        return sample;
    }

    /// <summary>Adds charters, one a day.</summary>
    public async Task<IReadOnlyList<SampleCharter>> Book(int count, int startsIn, int guests)
    {
        var booked = new List<SampleCharter>();
        for (var i = 0; i < count; i++)
        {
            var id = (string)(await AddCharter(startsIn + i, withMate: true))["id"]!;
            for (var guest = 0; guest < guests; guest++) await AddGuest(id, $"Guest {guest}");
            booked.Add(SampleCharter.Of(await Owner.Get($"/api/events/{id}"),
                await Owner.Get($"/api/events/{id}/guests")));
        }

        return booked;
    }

    public void Dispose()
    {
        Owner.Dispose();
        Mate.Dispose();
    }

    private async Task AddReferenceData()
    {
        vessel = await Owner.Post("/api/vessels", new { name = "Aurora", passenger_capacity = Capacity });
        captain = await AddMember("Kim Vargas", "kim@queen.example", "captain");
        Mate = await Join(await AddMember("Mia Dorsey", MateAddress, "first_mate"));
        var templates = new List<string>();
        foreach (var phase in (string[])["pre_departure", "underway", "post_return"])
            templates.Add((string)(await Owner.Post("/api/checklist-templates", Template(phase)))["id"]!);
        var html = ShipCaptainCrew.Tests.Support.CostlyTexts.Normal(6_000);
        var waiver = await Owner.Post("/api/waiver-templates", new { name = "Waiver", html });
        type = await Owner.Post("/api/charter-types", new
        {
            name = "Harbor tour",
            duration_minutes = 120,
            schedule = new { anchor = "fixed", time = "16:30" },
            checklist_template_ids = templates,
            waiver_template_id = (string)waiver["id"]!,
        });
    }

    private Task<JsonNode> AddMember(string name, string email, string role) => Owner.Post("/api/members",
        new { name, email, role = "crew", qualifications = (string[])[role] });

    private async Task<ApiClient> Join(JsonNode member)
    {
        var token = await Mailbox.SignInToken(product, (string)member["email"]!);
        return await ApiClient.SignIn(product, token, (string)member["name"]!);
    }

    private static object Template(string phase) => new
    {
        name = $"Checks, {phase}",
        phase,
        items = Enumerable.Range(1, Items).Select(i => new
        {
            text = $"Check number {i} of the {phase} list is done and written down",
            required = i % 3 > 0,
        }),
    };

    private async Task<JsonNode> AddCharter(int inDays, bool withMate)
    {
        var mate = (await Mate.Get("/api/me"))["member_id"]!;
        return await Owner.Post("/api/events", new
        {
            vessel_id = (string)vessel["id"]!,
            captain_id = (string)captain["id"]!,
            charter_type_id = (string)type["id"]!,
            event_date = Text(today.AddDays(inDays)),
            crew = withMate ? [new { role = "first_mate", member_id = (string)mate! }] : Array.Empty<object>(),
            meeting_point = "Pier 3, at the flagpole",
            guests_expected = Guests,
            publish = true,
        });
    }

    private Task<JsonNode> AddGuest(string charter, string name) =>
        Owner.Post($"/api/events/{charter}/guests", new { name });

    private async Task<IReadOnlyList<string>> AddSigners(int count)
    {
        var links = new List<string>();
        var charter = (string)(await AddCharter(Charters + 5, withMate: true))["id"]!;
        for (var i = 0; i < count; i++)
            links.Add(new Uri((string)(await AddGuest(charter, $"Signer {i}"))["waiver_url"]!).AbsolutePath);
        return links;
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
