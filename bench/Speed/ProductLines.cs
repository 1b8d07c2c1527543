namespace Bench.Speed;

/// <summary>The requests of the table, as a browser and a program send them.</summary>
internal sealed class ProductLines(Sample sample)
{
    public const string Me = "GET /api/me";
    public const string Event = "event JSON";
    public const string EventNotModified = "event JSON: 304";
    public const string Page = "charter page";
    public const string PageNotModified = "charter page, refreshed by htmx: 304";
    public const string Week = "week page";
    public const string Toggle = "toggle by API";
    public const string Tap = "the same tap as HTML (htmx)";
    public const string TapGuest = "tap on the guest board (htmx)";
    public const string Signature = "waiver: reading and signing (two requests)";
    public const string Htmx = "HX-Request: true\r\n";

    /// <summary>A page's tap is refused if a program marked the item meanwhile.</summary>
    private readonly SampleCharter onlyByPages = sample.Charters[1];
    private readonly Dictionary<string, string> versions = [];
    private int boarded;

    public IReadOnlyList<Line> All()
    {
        var (program, browser) = (sample.Owner.Visitor, sample.Browser);
        var (json, page) = (Sample.JsonOf(sample.Main), Sample.PageOf(sample.Main));
        return
        [
            Line.Of(Me, program.Get("/api/me")),
            Line.Of(Event, program.Get(json)),
            NotModified(EventNotModified, program, json, ""),
            Line.Of(Page, browser.Get(page)),
            Line.Of($"{Page} for a browser that takes brotli", browser.Get(page, "Accept-Encoding: br\r\n")),
            NotModified(PageNotModified, browser, page, Htmx),
            Line.Of(Week, browser.Get(Sample.Week)),
            Line.Of("checklist page", browser.Get($"{page}/checklists/{sample.Main.Items[0].List}")),
            Line.Of(Toggle, () => sample.Main.Taps.NextRequest(program)),
            new(Tap, TapItem),
            new("claim, then release (two requests)", ClaimAndRelease, 1),
            new(TapGuest, MarkGuest, 1),
            new(Signature, Sign, 1, sample.Waivers.Count),
        ];
    }

    /// <summary>Asks whether something changed. After a change, the answer brings the next tag.</summary>
    private static Line NotModified(string name, Visitor visitor, string path, string headers)
    {
        var tag = "\"none\"";
        return new(name, async open =>
        {
            var answer = await open.Send(visitor.Get(path, $"{headers}If-None-Match: {tag}\r\n"));
            if (answer.Status == 304) return;
            tag = answer.Expect(200).Header("ETag") ?? throw new InvalidOperationException($"{path} has no ETag.");
        });
    }

    private async Task TapItem(Connection open)
    {
        var (list, item, state) = onlyByPages.Taps.Next();
        var path = $"{Sample.PageOf(onlyByPages)}/checklists/{list}/{item}";
        string? version;
        lock (versions) version = versions.GetValueOrDefault(item, "1");
        var form = sample.Browser.Form(path, $"version={version}&state={state}", Htmx);
        var row = (await open.Send(form)).Expect(200).Text;
        const string field = "name=\"version\" value=\"";
        var start = row.IndexOf(field, StringComparison.Ordinal) + field.Length;
        lock (versions) versions[item] = row[start..row.IndexOf('"', start)];
    }

    private async Task ClaimAndRelease(Connection open)
    {
        foreach (var verb in (string[])["claim", "release"])
        {
            var path = $"{Sample.JsonOf(sample.Charters[^2])}/roles/deckhand/{verb}";
            (await open.Send(sample.Deckhand.Visitor.Json("POST", path, new { }))).Expect(200);
        }
    }

    private async Task MarkGuest(Connection open)
    {
        var guests = sample.Main.Guests;
        var (guest, where) = (guests[boarded % guests.Count], boarded / guests.Count % 2 == 0 ? "boarded" : "arrived");
        boarded++;
        var path = $"{Sample.PageOf(sample.Main)}/guests/{guest}";
        (await open.Send(sample.Browser.Form(path, $"where={where}", Htmx))).Expect(200);
    }

    private async Task Sign(Connection open)
    {
        var (nobody, link) = (Visitor.Nobody(sample.Browser.Host), sample.Waivers.Dequeue());
        (await open.Send(nobody.Get(link))).Expect(200);
        const string fields = "signer_name=Signer+Person&consent=true&name_asked=Signer+Person";
        (await open.Send(nobody.Form(link, fields))).Expect(303);
    }
}
