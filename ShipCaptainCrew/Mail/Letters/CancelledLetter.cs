using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To everyone aboard, at once: the charter is cancelled, and why.</summary>
public sealed class CancelledLetter(Matters matters, Letterhead head, CrewCalendar calendar, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "charter_cancelled";

    protected override bool ReachesThoseGone => true;

    protected override Sheet? Write(Matter matter, Recipient to)
    {
        if (matter.Charter.Status != CharterStatus.Cancelled || matter.Place is not { } place) return null;
        var sheet = About(
            matter,
            to,
            L["Cancelled: {0}", matter.Trip],
            L["Cancelled: {0}, {1}. You need not come.", matter.Vessel, matter.When]);
        return sheet with
        {
            Says = matter.Charter.CancelReason is { } reason ? [L["Reason: {0}", reason]] : [],
            Invite = calendar.Cancel(matter, Role(place.Role), to),
        };
    }
}
