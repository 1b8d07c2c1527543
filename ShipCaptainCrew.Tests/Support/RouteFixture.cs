using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>An operator's boat with one of everything, whose real ids and links fill any route of the app.</summary>
public sealed class RouteFixture
{
    private readonly Dictionary<string, Guid> known = [];
    private readonly Dictionary<string, string> links = new() { ["sign-in"] = "no-such-letter" };

    private Guid pageGuest, waiver, letter;

    private RouteFixture(CharterFixture day) => Day = day;

    public CharterFixture Day { get; }

    public IEnumerable<Guid> Ids => [.. known.Values, pageGuest, waiver, letter];

    /// <summary>The one it has of that noun, as routes call it.</summary>
    public Guid Id(string noun) => known[noun];

    /// <summary>What stands in the link of a guest to sign a waiver.</summary>
    public string GuestToken => links["waivers"];

    public static async Task<RouteFixture> Of(CharterFixture day)
    {
        var fixture = new RouteFixture(day);
        await fixture.Furnish();
        return fixture;
    }

    /// <summary>
    /// The route with the operator's own slug, ids and tokens in it, or with an id that is nobody's, or under another's
    /// slug.
    /// </summary>
    public string Address(string route, Guid? id = null, string? slug = null)
    {
        var pattern = RoutePatternFactory.Parse(route);
        return "/"
            + string.Join(
                '/', pattern.PathSegments.Select((segment, i) => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "operator" } => slug ?? Day.Cast.Slug,
            RoutePatternParameterPart parameter => Value(parameter.Name, pattern, i, id),
            _ => throw new NotSupportedException(route),
        }))));
    }

    /// <summary>Which thing a page's handler is about, where its address does not say so.</summary>
    public string Query(string? handler) => handler switch
    {
        "Hold" or "Lift" => $"&id={waiver}",
        "Resend" => $"&id={letter}",
        _ => "",
    };

    private string Value(string name, RoutePattern route, int at, Guid? id)
    {
        var noun = at > 0 && route.PathSegments[at - 1].Parts is [RoutePatternLiteralPart literal]
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
            "token" when links.TryGetValue(noun, out var token) => token,
            _ when known.TryGetValue(noun, out var real) => $"{id ?? real}",
            _ =>
                throw new NotSupportedException(
                    $"What goes into {{{name}}} of {route.RawText}? Tell {nameof(RouteFixture)}."),
        };
    }

    private async Task Furnish()
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
        letter = await cast.Look(db => db.Outbox.Select(letter => letter.Id).FirstAsync());
        links["answers"] = await Link(LinkKind.Presence, cast.Sam.MemberId);
        links["watch"] = await Link(LinkKind.Overdue, null);
        links["address"] = await cast.AddressToken();
        links["party"] = await Link(LinkKind.Party, null);
    }

    private Task<string> Link(LinkKind kind, Guid? who) => Day.Ship.In(services =>
        services.GetRequiredService<SignedLinks>()
            .Issue(kind, Day.Cast.OperatorId, Day.CharterId, who, Day.Ship.Clock.GetUtcNow().AddDays(2)));
}
