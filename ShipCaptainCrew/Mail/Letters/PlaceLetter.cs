using Microsoft.Extensions.Localization;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To whoever has a place now, by their own claim or because somebody put them down for it.</summary>
public sealed class PlaceLetter(Matters matters, Letterhead head, CrewCalendar calendar, PresenceLinks links, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
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
        return sheet with { Says = IsAsked(matter) ? [Please(matter.Member(facts.By)?.Name)] : [], Invite = calendar.Request(matter, Role(facts.Role), to) };
    }

    /// <summary>Who was put down by somebody else is asked to say yes, or no.</summary>
    protected override async Task<Sheet> Finish(Sheet sheet, Matter matter, CancellationToken cancel) => !IsAsked(matter) ? sheet : sheet with
    {
        Act = new(L["I'll be there, or I can't"], await links.For(matter.Letter, matter.Charter, matter.Place!.MemberId!.Value, cancel)),
    };

    private string Please(string? by) => by is null ? L["Please say that you will be there."] : L["{0} put you down for it. Please say that you will be there.", by];

    private static bool IsAsked(Matter matter) => matter.Place!.ConfirmedAt is null;
}
