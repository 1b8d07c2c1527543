using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

internal sealed partial class XssAttacker
{
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
        var guest = await office.Guest(charter, Tag("guest.name"), new
        {
            email = Address(),
            phone = Tag("guest.phone", 40),
            minor = true,
            guardian_name = Tag("guest.guardian"),
            needs = Tag("guest.needs"),
        });
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
        var expires = endpoints.App.Clock.GetUtcNow().AddDays(30);
        var party = await endpoints.App.In(services => services.GetRequiredService<SignedLinks>()
            .Issue(LinkKind.Party, endpoints.Queen.OperatorId, Charters[^1], null, expires));
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
}
