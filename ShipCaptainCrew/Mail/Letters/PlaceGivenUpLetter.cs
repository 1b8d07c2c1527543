using Microsoft.Extensions.Localization;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To whoever had a place and has none any more.</summary>
public sealed class PlaceGivenUpLetter(Matters matters, Letterhead head, CrewCalendar calendar, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "place_given_up";

    protected override bool ReachesThoseGone => true;

    protected override Sheet? Write(Matter matter, Recipient to)
    {
        if (matter.Place is not null) return null;
        var facts = PlaceFacts.Of(matter.Letter);
        var sheet = About(
            matter,
            to,
            L["{0}: you are no longer {1}", matter.Trip, Role(facts.Role)],
            L["You are no longer {0} on {1}, {2}.", Role(facts.Role), matter.Vessel, matter.When]);
        return sheet with { Says = [Why(matter, facts)], Invite = calendar.Cancel(matter, Role(facts.Role), to) };
    }

    private string Why(Matter matter, PlaceFacts facts) =>
        facts.By == matter.Letter.MemberId ? L["You gave the place up."]
        : matter.Member(facts.By) is { } by ? L["{0} took you off this charter.", by.Name]
        : L["You were taken off this charter."];
}
