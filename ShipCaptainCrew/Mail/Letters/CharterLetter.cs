using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>A letter about a charter: written from what is true now, and not at all where a later letter says more.</summary>
public abstract class CharterLetter(ShipDb db, Letterhead head, IStringLocalizer<Text> l) : IWriter
{
    protected IStringLocalizer<Text> L => l;

    /// <summary>Whoever may no longer come aboard still hears that they need not.</summary>
    protected virtual bool ReachesThoseGone => false;

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        if (await IsOvertaken(letter, cancel)) return null;
        return await Find(letter, cancel) is { } matter && RecipientOf(matter) is { } to ? Write(matter, to) : null;
    }

    protected abstract Sheet? Write(Matter matter, Recipient to);

    protected virtual Recipient? RecipientOf(Matter matter) =>
        matter.Member(matter.Letter.MemberId) is { } member && (member.MayCome || ReachesThoseGone) ? new(member.Name, member.Email) : null;

    /// <summary>What every letter to the crew has in common.</summary>
    protected Sheet About(Matter matter, Recipient to, string subject, string opening) => new(to, subject, opening)
    {
        Sender = matter.House.Name,
        Facts = Facts(matter),
        Act = new(L["See the charter"], head.Link($"/{matter.House.Slug}/charters/{matter.Charter.Id}")),
        Closing = L["You get this because you are a member of {0}.", matter.House.Name],
    };

    protected string Role(CrewRole role) => L[role.Word().Text];

    private IReadOnlyList<Fact> Facts(Matter matter) =>
    [
        new(L["Charter"], matter.Charter.Title.Length > 0 ? matter.Charter.Title : null),
        new(L["Vessel"], matter.Vessel),
        new(L["Be aboard"], matter.Clock(matter.Charter.CallTime)),
        new(L["Departure"], matter.When),
        new(L["Return"], matter.Clock(matter.Charter.Return)),
        new(L["Meeting point"], matter.Charter.MeetingPoint),
        new(L["Times"], L["local, {0}", matter.Charter.TimeZone]),
    ];

    private Task<bool> IsOvertaken(Letter letter, CancellationToken cancel) => db.Letters.AnyAsync(
        other => other.CharterId == letter.CharterId && other.MemberId == letter.MemberId && other.SubjectId == letter.SubjectId && other.Seq > letter.Seq, cancel);

    private async Task<Matter?> Find(Letter letter, CancellationToken cancel)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.CharterId, cancel);
        if (charter is null) return null;
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        Guid?[] concerned = [letter.MemberId, letter.SubjectId, PlaceFacts.Of(letter).By];
        var members = await db.Members.AsNoTracking().Where(row => concerned.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return new(letter, house, charter, vessel.Name, members);
    }
}
