using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>A letter about a charter, written from what is true now.</summary>
public abstract class CharterLetter(Matters matters, Letterhead head, IStringLocalizer<Text> l) : IWriter
{
    protected IStringLocalizer<Text> L => l;

    /// <summary>Whoever may no longer come aboard still hears that they need not.</summary>
    protected virtual bool ReachesThoseGone => false;

    public virtual async Task<Sheet?> Write(Letter letter, CancellationToken cancel) =>
        await matters.Find(letter, cancel) is { } matter && RecipientOf(matter) is { } to && Write(matter, to) is { } sheet ? await Finish(sheet, matter, cancel) : null;

    protected abstract Sheet? Write(Matter matter, Recipient to);

    /// <summary>Adds what has to be made first, such as a link.</summary>
    protected virtual Task<Sheet> Finish(Sheet sheet, Matter matter, CancellationToken cancel) => Task.FromResult(sheet);

    protected virtual Recipient? RecipientOf(Matter matter) =>
        matter.Member(matter.Letter.MemberId) is { } member && (member.MayCome || ReachesThoseGone) ? new(member.Name, member.Email) : null;

    /// <summary>What every letter to the crew has in common.</summary>
    protected Sheet About(Matter matter, Recipient to, string subject, string opening) => new(to, subject, opening)
    {
        Sender = matter.House.Name,
        Facts = Facts(matter),
        Act = new(L["See the charter"], PageOf(matter)),
        Closing = L["You get this because you are a member of {0}.", matter.House.Name],
    };

    protected string PageOf(Matter matter) =>
        head.Link(new OperatorPages(matter.House.Slug).Charter(matter.Charter.Id).Home);

    protected string Role(CrewRole role) => L[role.Word().Text];

    private IReadOnlyList<Fact> Facts(Matter matter) =>
    [
        new(L["Charter"], matter.Charter.Title.Length > 0 ? matter.Charter.Title : null),
        new(L["Vessel"], matter.Vessel),
        new(L["Be aboard"], matter.IsOn && matter.Place is not null ? matter.Clock(matter.Charter.CallTime) : null),
        new(L["Departure"], matter.When),
        new(L["Return"], matter.Clock(matter.Charter.Return)),
        new(L["Meeting point"], matter.Charter.MeetingPoint),
        new(L["Times"], L["local, {0}", matter.Charter.TimeZone]),
    ];
}
