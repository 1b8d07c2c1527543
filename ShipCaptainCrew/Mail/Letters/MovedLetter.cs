using Microsoft.Extensions.Localization;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To everyone aboard: the time, the vessel or the meeting point is another.</summary>
public sealed class MovedLetter(Matters matters, Letterhead head, CrewCalendar calendar, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "charter_changed";

    protected override Sheet? Write(Matter matter, Recipient to)
    {
        if (!matter.IsOn || matter.Place is not { } place) return null;
        var sheet = About(
            matter,
            to,
            L["Changed: {0}: you are {1}", matter.Trip, Role(place.Role)],
            L["Changed: {0} now leaves {1}. You are {2}.", matter.Vessel, matter.When, Role(place.Role)]);
        return sheet with
        {
            Says = [L["The time, the vessel or the meeting point has changed. This is what holds now."]],
            Invite = calendar.Request(matter, Role(place.Role), to),
        };
    }
}
