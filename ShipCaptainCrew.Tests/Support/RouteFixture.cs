using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>An operator with one of everything, whose ids and links fill the parameters of any route.</summary>
public sealed class RouteFixture
{
    private readonly Dictionary<string, Guid> known = [];
    private readonly Dictionary<string, string> links = new() { ["sign-in"] = "no-such-email" };

    private Guid pageGuest, waiver, email;

    private RouteFixture(CharterFixture day) => Day = day;

    public CharterFixture Day { get; }

    public IEnumerable<Guid> Ids => [.. known.Values, pageGuest, waiver, email];

    /// <summary>The id of the operator's entity of a noun, as routes name it.</summary>
    public Guid Id(string noun) => known[noun];

    /// <summary>The token in a guest's link to sign a waiver.</summary>
    public string GuestToken => links["waivers"];

    public static async Task<RouteFixture> Of(CharterFixture day)
    {
        var fixture = new RouteFixture(day);
        await fixture.AddEntities();
        return fixture;
    }

    /// <summary>The route with the operator's slug, ids and tokens, or with another id or slug instead.</summary>
    public string Address(string route, Guid? id = null, string? slug = null)
    {
        var pattern = RoutePatternFactory.Parse(route);
        var segments = pattern.PathSegments
            .Select((segment, index) => string.Concat(segment.Parts.Select(part => Fill(part, index))));
        return "/" + string.Join('/', segments);

        string Fill(RoutePatternPart part, int index) => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "operator" } => slug ?? Day.Cast.Slug,
            RoutePatternParameterPart parameter => Value(parameter.Name, pattern, index, id),
            _ => throw new NotSupportedException(route),
        };
    }

    /// <summary>The query that names the subject of a page's handler, where the path does not.</summary>
    public string Query(string? handler) => handler switch
    {
        "Hold" or "Lift" => $"&id={waiver}",
        "Resend" => $"&id={email}",
        "Board" => $"&guest={pageGuest}",
        _ => "",
    };

    private string Value(string name, RoutePattern route, int index, Guid? id)
    {
        var noun = index > 0 && route.PathSegments[index - 1].Parts is [RoutePatternLiteralPart literal]
            ? literal.Content : "";
        return name switch
        {
            "role" => "deckhand",
            "show" => "week",
            "move" => "board",
            "name" => "",
            "path" => "no-such.file",
            "documentName" => "v1",
            "item" => $"{id ?? Day.Item(0)}",
            "guest" => $"{id ?? pageGuest}",
            "waiverId" => $"{id ?? waiver}",
            "version" => links["logo"],
            "token" when links.TryGetValue(noun, out var token) => token,
            _ when known.TryGetValue(noun, out var real) => $"{id ?? real}",
            _ =>
                throw new NotSupportedException(
                    $"{nameof(RouteFixture)} has no value for {{{name}}} of {route.RawText}."),
        };
    }

    private async Task AddEntities()
    {
        var (cast, office) = (Day.Cast, Day.Cast.Dana.Api);
        known["types"] = known["charter-types"] = await cast.Type("Sunset sail", PlanningSteps.AtHalfPastFour);
        known["templates"] = known["checklist-templates"] = await cast.Template("Put to bed", "Cover the sails");
        known["waivers"] = known["waiver-templates"] = await cast.Waiver();
        var guest = await Day.Guest("Ben Cole");
        (known["guests"], waiver, pageGuest) = (guest.Id(),
            await Day.Ship.Sign((string)guest["waiver_url"]!, "Ben Cole"), (await Day.Guest("Ann Lee")).Id());
        links["waivers"] = new Uri((string)guest["waiver_url"]!).Segments[^1];
        (known["vessels"], known["events"], known["charters"], known["checklists"]) = (Day.VesselId, Day.CharterId,
            Day.CharterId, Day.ListId);
        known["crew"] =
            known["members"] =
                (await office.Post(
                    "/api/members", new { name = "Pat", email = $"pat@{cast.Slug}.example", role = "crew" })
                    .Json(201)).Id();
        known["defects"] =
            (await office.Post($"/api/vessels/{Day.VesselId}/defects", new { what = "Bilge pump", severity = "minor" })
                .Json(201)).Id();
        email = await cast.Look(db => db.Outbox.Select(row => row.Id).FirstAsync());
        links["logo"] = (await cast.Logo()).Split('/')[^1];
        links["answers"] = (await Day.LinkWithCode(LinkKind.Presence, cast.Sam.MemberId)).Token;
        links["watch"] = (await Day.LinkWithCode(LinkKind.Overdue, null)).Token;
        links["address"] = await cast.AddressToken();
        links["unsubscribe"] = await Day.Ship.In(services => services.GetRequiredService<SignedLinks>().IssueLasting(
            LinkKind.StopReminders, cast.OperatorId, MailboxId.Of($"sam@{cast.Slug}.example"), cast.Sam.MemberId));
        links["party"] = await Link(LinkKind.Party, null);
    }

    private Task<string> Link(LinkKind kind, Guid? memberId) => Day.Ship.In(services =>
        services.GetRequiredService<SignedLinks>()
            .Issue(kind, Day.Cast.OperatorId, Day.CharterId, memberId, Day.Ship.Clock.GetUtcNow().AddDays(2)));
}
