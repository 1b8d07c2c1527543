using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To whoever has a place now, by their own claim or because somebody put them down for it.</summary>
public sealed class PlaceLetter(Matters matters, Letterhead head, CrewCalendar calendar, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "place";

    protected override Sheet? Write(Matter matter, Recipient to)
    {
        var facts = PlaceFacts.Of(matter.Letter);
        if (!matter.IsOn || matter.Place?.Role != facts.Role) return null;
        var sheet = About(
            matter,
            to,
            L["{0}: you are {1}", matter.Trip, Role(facts.Role)],
            L["You are {0} on {1}, {2}.", Role(facts.Role), matter.Vessel, matter.When]);
        return Asked(sheet, matter, facts) with { Invite = calendar.Request(matter, Role(facts.Role), to) };
    }

    /// <summary>Who was put down by somebody else is asked to say yes.</summary>
    private Sheet Asked(Sheet sheet, Matter matter, PlaceFacts facts) => matter.Place!.ConfirmedAt is not null ? sheet : sheet with
    {
        Says = [matter.Member(facts.By) is { } by ? L["{0} put you down for it. Please say that you will be there.", by.Name] : L["Please say that you will be there."]],
        Act = new(L["I'll be there"], $"{PageOf(matter)}/claim/{Wire.Name(facts.Role)}"),
    };
}
