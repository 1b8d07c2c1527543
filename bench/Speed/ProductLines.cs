namespace Bench.Speed;

/// <summary>The requests of the table, as a browser and a program send them.</summary>
internal sealed class ProductLines(SampleOperator sample)
{
    public const string Event = "event JSON";
    public const string Page = "charter page";
    public const string Toggle = "toggle by API";
    private const int Clients = 4;
    private const string Htmx = "HX-Request: true\r\n";
    private readonly Taps taps = new(sample.Main, Clients);

    /// <summary>On another charter, because a page's tap is refused if a program marked the item meanwhile.</summary>
    private readonly Taps pageTaps = new(sample.Booked[1], Clients);
    private readonly Dictionary<string, string> versions = [];
    private readonly Queue<string> waivers = new(sample.Waivers);
    private int boarded;

    private string CharterJson => $"/api/events/{sample.Main.Id}";

    private string CharterPage => $"/{SampleOperator.Slug}/charters/{sample.Main.Id}";

    /// <summary>Lines that change nothing come first, so that what they read stays the same.</summary>
    public IReadOnlyList<Line> All()
    {
        var (program, pages) = (sample.Owner.Visitor, sample.Pages);
        var checklist = $"{CharterPage}/checklists/{sample.Main.Checklists[0].Id}";
        return
        [
            Read("GET /api/me", program.Get("/api/me")),
            Read(Event, program.Get(CharterJson)),
            NotModified($"{Event}: 304", program, CharterJson, ""),
            Read(Page, pages.Get(CharterPage)),
            Read($"{Page} for a browser that takes brotli", pages.Get(CharterPage, "Accept-Encoding: br\r\n")),
            NotModified($"{Page}, refreshed by htmx: 304", pages, CharterPage, Htmx),
            Read("week page", pages.Get(sample.Week)),
            Read("checklist page", pages.Get(checklist)),
            new(Toggle, (client, open) => Send(open, taps.NextRequest(program, client), 200), Clients),
            new("the same tap as HTML (htmx)", Tap, Clients),
            new("claim, then release (two requests)", ClaimAndRelease, 1),
            new("tap on the guest board (htmx)", TapGuest, 1),
            new("waiver: reading and signing (two requests)", Sign, 1, sample.Waivers.Count),
        ];
    }

    private static Line Read(string name, byte[] request) =>
        new(name, (_, open) => Send(open, request, 200), Clients);

    /// <summary>Asks whether something changed. After a change, the answer brings the next tag.</summary>
    private static Line NotModified(string name, Visitor visitor, string path, string headers)
    {
        var tag = "\"none\"";
        return new(name, async (_, open) =>
        {
            var answer = await open.Send(visitor.Get(path, $"{headers}If-None-Match: {tag}\r\n"));
            if (answer.Status == 304) return;
            tag = answer.Expect(200).Header("ETag") ?? throw new InvalidOperationException($"{path} has no ETag.");
        }, Clients);
    }

    private static async Task Send(Connection open, byte[] request, int status) =>
        (await open.Send(request)).Expect(status);

    private async Task Tap(int client, Connection open)
    {
        var (list, item, state) = pageTaps.Next(client);
        var path = $"/{SampleOperator.Slug}/charters/{pageTaps.Charter}/checklists/{list}/{item}";
        string? version;
        lock (versions) version = versions.GetValueOrDefault(item);
        var fields = version is null ? $"state={state}" : $"version={version}&state={state}";
        var row = (await open.Send(sample.Pages.Form(path, fields, Htmx))).Expect(200).Text;
        const string field = "name=\"version\" value=\"";
        var start = row.IndexOf(field, StringComparison.Ordinal) + field.Length;
        lock (versions) versions[item] = row[start..row.IndexOf('"', start)];
    }

    private async Task ClaimAndRelease(int client, Connection open)
    {
        foreach (var verb in (string[])["claim", "release"])
        {
            var path = $"/api/events/{sample.OpenCharter}/roles/first_mate/{verb}";
            await Send(open, sample.Mate.Visitor.Json("POST", path, new { }), 200);
        }
    }

    private Task TapGuest(int client, Connection open)
    {
        var guests = sample.Main.Guests;
        var (guest, where) = (guests[boarded % guests.Count], boarded / guests.Count % 2 == 0 ? "boarded" : "arrived");
        boarded++;
        return Send(open, sample.Pages.Form($"{CharterPage}/guests/{guest}", $"where={where}", Htmx), 200);
    }

    private async Task Sign(int client, Connection open)
    {
        var (nobody, link) = (Visitor.Nobody(sample.Pages.Host), waivers.Dequeue());
        await Send(open, nobody.Get(link), 200);
        const string fields = "signer_name=Signer+Person&consent=true&name_asked=Signer+Person";
        (await open.Send(nobody.Form(link, fields))).Expect(303);
    }
}
