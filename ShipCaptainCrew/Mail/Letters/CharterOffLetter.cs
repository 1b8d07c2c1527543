using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the charterer: the charter is cancelled. The reason was written for the crew, so it stays with them.</summary>
public sealed class CharterOffLetter(Matters matters, Letterhead head, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "charter_off";

    protected override Recipient? RecipientOf(Matter matter) =>
        matter.Charter.Contact is { Email: { } email } contact ? new(contact.Name ?? "", email) : null;

    protected override Sheet? Write(Matter matter, Recipient to) => matter.Charter.Status != CharterStatus.Cancelled ? null : About(
        matter,
        to,
        L["Cancelled: your charter on {0}, {1}", matter.When, matter.Vessel],
        L["Your charter of {0} on {1} is cancelled. We are sorry.", matter.Vessel, matter.When]) with
    {
        Says = [L["{0} will gladly tell you more and find another day with you.", matter.House.Name]],
        Facts = matter.Charter.Reference is { } reference ? [new(L["Your reference"], reference)] : [],
        Act = null,
        Closing = null,
    };
}
