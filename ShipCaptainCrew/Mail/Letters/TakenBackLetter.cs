using System.Text.Json;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>
/// What an earlier letter said was taken back. To everyone aboard: it sails after all, or it is withdrawn for now; to the charterer, who
/// never heard of a draft, only the first.
/// </summary>
public sealed class TakenBackLetter(Matters matters, Letterhead head, CrewCalendar calendar, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "charter_taken_back";

    protected override Recipient? RecipientOf(Matter matter) =>
        matter.Letter.MemberId is not null ? base.RecipientOf(matter)
        : matter.Charter.Contact is { Email: { } email } contact ? new(contact.Name ?? "", email)
        : null;

    /// <summary>Where the charter has gone on since, there is a letter that says so.</summary>
    protected override Sheet? Write(Matter matter, Recipient to) => Facts.Of(matter.Letter).Undone switch
    {
        CharterStatus.Cancelled when matter.IsOn => matter.Letter.MemberId is null ? ToCharterer(matter, to) : SailsAfterAll(matter, to),
        CharterStatus.Scheduled when matter.Charter.Status == CharterStatus.Draft => Withdrawn(matter, to),
        _ => null,
    };

    private Sheet? SailsAfterAll(Matter matter, Recipient to) => matter.Place is not { } place ? null : About(
        matter,
        to,
        L["It sails after all: {0}", matter.Trip],
        L["It sails after all: {0}, {1}. You are {2}.", matter.Vessel, matter.When, Role(place.Role)]) with
    {
        Says = [L["The cancellation was taken back at once. What was planned holds."]],
        Invite = calendar.Request(matter, Role(place.Role), to),
    };

    private Sheet ToCharterer(Matter matter, Recipient to) => About(
        matter,
        to,
        L["It sails after all: your charter on {0}, {1}", matter.When, matter.Vessel],
        L["Your charter of {0} on {1} sails after all.", matter.Vessel, matter.When]) with
    {
        Says = [L["If a cancellation reached you, it was sent by mistake. We are sorry. {0} will gladly answer any question.", matter.House.Name]],
        Facts = matter.Charter.Reference is { } reference ? [new(L["Your reference"], reference)] : [],
        Act = null,
        Closing = null,
    };

    private Sheet? Withdrawn(Matter matter, Recipient to) => matter.Place is not { } place ? null : About(
        matter,
        to,
        L["Withdrawn for now: {0}", matter.Trip],
        L["Withdrawn for now: {0}, {1}. Do not plan on it.", matter.Vessel, matter.When]) with
    {
        Says = [L["The office took it back to work on it. You hear again when it is published."]],
        Act = null,
        Invite = calendar.Cancel(matter, Role(place.Role), to),
    };

    /// <summary>What the letter keeps of its cause: the state that was left again.</summary>
    internal sealed record Facts(CharterStatus Undone)
    {
        public static Facts Of(Letter letter) => JsonSerializer.Deserialize<Facts>(letter.Facts)!;

        public string ToJson() => JsonSerializer.Serialize(this);
    }
}
