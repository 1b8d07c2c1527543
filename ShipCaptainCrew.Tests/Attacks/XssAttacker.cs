using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Writes XSS payloads into every text field of the operator Queen. Each field has its own mark, by which its text is
/// found.
/// </summary>
internal sealed class XssAttacker(Endpoints endpoints, int round) : IDisposable
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

    private async Task ReferenceData()
    {
        await office.Put($"/api/vessels/{endpoints.Charter.VesselId}",
            new { name = Tag("vessel.name"),
                home_port = new { name = Tag("vessel.home_port"), latitude = 32.7, longitude = -117.2 } })
            .Json();
        await office.Put(Known("charter-types"), new { name = Tag("type.name") }).Json();
        await office.Put(Known("checklist-templates"),
            new {
                name = Tag("checklist.name"), items = new[] { new { text = Tag("checklist.item"), required = true } } })
            .Json();
        await office.Put(Known("waiver-templates"),
            new { name = Tag("waiver.name"), html = $"# Risks {Tag("waiver.html")}",
                html_es = $"# Riesgos {Tag("waiver.html_es")}" })
            .Json();
        await owner.Put("/api/standing-orders", new { shore_contact = Contact("shore") }).Json();
        await endpoints.App.Change(endpoints.Queen.OperatorId,
            (db, _) =>
                db.Database.ExecuteSqlInterpolatedAsync(
                    $"UPDATE operators SET Name = {Tag("operator.name")} WHERE Id = {endpoints.Queen.OperatorId}"));
    }

    private async Task People()
    {
        await office.Put($"/api/members/{endpoints.Queen.Sam.MemberId}",
            new { name = Tag("member.name"), phone = Tag("member.phone", 40) })
            .Json();
        await owner.Put($"/api/members/{endpoints.Queen.Kim.MemberId}", new { name = Tag("captain.name") }).Json();
        await office.Post(
            "/api/members", new { name = Tag("invited.name"), email = $"invited{round}@x.example", role = "crew" })
            .Json(201);
        await endpoints.App.Change(endpoints.Queen.OperatorId, async (db, actor) =>
        {
            var person = (await db.Members.FirstAsync(member => member.Id == endpoints.Queen.Olive.MemberId)).PersonId;
            return db.Add(
                new Session(
                    person, endpoints.Queen.OperatorId, Tag("session.device", 55), isShared: false, actor.At)).Entity;
        });
    }

    private async Task<string> Charter()
    {
        var made = await endpoints.Queen.Plan(endpoints.Charter.VesselId, new()
        {
            ["event_date"] = $"2026-08-{1 + (round % 28):00}", ["title"] = Tag("charter.title"),
            ["meeting_point"] = Tag("charter.meeting_point"), ["reference"] = Tag("charter.reference"),
            ["notes"] = Tag("charter.notes"), ["contact"] = Contact("charter"),
            ["manning"] = new JsonObject { ["captain"] = 1, ["first_mate"] = 0, ["deckhand"] = 1 },
        }).Json(201);
        Charters.Add(made.Id());
        var charter = $"/api/events/{made.Id()}";
        var list =
            await office.Post(
                $"{charter}/checklists", new { template_id = Known("checklist-templates").Split('/')[^1] })
            .Json(201);
        Pages.Add($"{Home}/charters/{made.Id()}/checklists/{list.Id()}");
        await endpoints.Queen.Sam.Api.Post($"{charter}/roles/deckhand/claim").Json();
        return charter;
    }

    private async Task Guests(string charter)
    {
        var guest =
            await office.Guest(charter, Tag("guest.name"),
                new { email = Address(), phone = Tag("guest.phone", 40), minor = true,
                    guardian_name = Tag("guest.guardian"), needs = Tag("guest.needs") });
        var waiver = await endpoints.App.Sign((string)guest["waiver_url"]!, Tag("waiver.signer"), new()
        {
            ["guardian_relationship"] = Tag("waiver.relationship"), ["email"] = Address(),
            ["children"] =
                new JsonArray(new JsonObject { ["name"] = Tag("waiver.child"), ["birth_date"] = "2015-05-05" }),
        });
        Assert.Equal(303,
            (int)(await endpoints.Queen.Olive.Browser.PostForm(
                $"{Home}/waivers/book", $"?handler=Hold&id={waiver}", ("reason", Tag("hold.reason")))).StatusCode);
        var page = $"{Home}/charters/{Charters[^1]}";
        var token = new Uri((string)guest["waiver_url"]!).AbsolutePath;
        Pages.AddRange([$"{page}/waivers/{waiver}", $"{page}/waivers/{waiver}/proof", token, $"{token}/receipt"]);
        var party =
            await endpoints.App.In(
                services => services.GetRequiredService<SignedLinks>()
                    .Issue(LinkKind.Party, endpoints.Queen.OperatorId, Charters[^1], null,
                        endpoints.App.Clock.GetUtcNow().AddDays(30)));
        Assert.Equal(303,
            (int)(await endpoints.Anonymous()
                .Send($"/party/{party}", ("name", Tag("party.name")), ("guardian_name", Tag("party.guardian")),
                    ("minor", "true"), ("needs", Tag("party.needs")))).StatusCode);
        var listed = (await office.Get($"{charter}/guests").Json())["guests"]!.AsArray()
            .Select(row => $"{page}/guests/{row!.Id()}/edit");
        Pages.AddRange([$"/party/{party}", .. listed]);
    }

    private async Task Defects()
    {
        var defects = $"/api/vessels/{endpoints.Charter.VesselId}/defects";
        var open = await office.Post(defects, new { what = Tag("defect.what"), severity = "minor" }).Json(201);
        Pages.Add($"{Home}/vessels/{endpoints.Charter.VesselId}/defects/{open.Id()}");
        var fixedDefect = await office.Post(defects, new { what = "Horn", severity = "minor" }).Json(201);
        await office.Post($"/api/defects/{fixedDefect.Id()}/close", new { remedy = Tag("defect.remedy") }).Json();
    }

    private async Task Sail(string charter)
    {
        await captain.Post($"{charter}/board").Json();
        await captain.Post($"{charter}/orientation", new { topics = new[] { Tag("orientation.topic") } }).Json();
        await captain.Post($"{charter}/incident", new { what = Tag("incident.what") }).Json();
        await captain.Post($"{charter}/depart", new { override_reason = Tag("gate.override_reason") }).Json();
        endpoints.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await captain.Put(
            $"{charter}/timing", new { actual_departure = "2026-07-01T08:55", reason = Tag("times.reason") })
            .Json();
    }

    private async Task Cancel(string charter)
    {
        await captain.Post($"{charter}/cancel", new { reason = "Gale" }).Json();
        await office.Post($"{charter}/undo", new { reason = Tag("undo.reason") }).Json();
        await captain.Post($"{charter}/cancel", new { reason = Tag("cancel.reason") }).Json();
    }

    private async Task OwnSettings()
    {
        var (browser, keys) = (endpoints.Queen.Olive.Browser, $"{Home}/me/passkeys");
        if (round == 0)
        {
            var request = await browser.PostForm(keys, "?handler=Ask").Json();
            await browser.PostForm(keys, ("name", "Phone"), ("challenge", $"{request["challenge"]}"),
                ("credential", Phone.Create(request["options"]!)));
        }

        Assert.Equal(303,
            (int)(await browser.PostForm(
                keys, "?handler=Rename", ("id", Phone.Id), ("name", Tag("passkey.name")))).StatusCode);
        Assert.Equal(200,
            (int)(await browser.PostForm(
                $"{Home}/programs", ("name", Tag("program.name")), ("role", "crew"), ("days", "9"))).StatusCode);
    }

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
