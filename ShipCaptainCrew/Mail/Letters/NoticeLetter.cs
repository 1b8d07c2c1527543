using Microsoft.Extensions.Localization;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the captain and the office: somebody took a place or gave it up.</summary>
public sealed class NoticeLetter(Matters matters, Letterhead head, IStringLocalizer<Text> l) : CharterLetter(matters, head, l)
{
    public const string Kind = "crew_notice";

    protected override Sheet? Write(Matter matter, Recipient to)
    {
        if (!matter.IsOn || matter.Member(matter.Letter.SubjectId) is not { } member) return null;
        var facts = PlaceFacts.Of(matter.Letter);
        var role = Role(facts.Role);
        var (subject, opening) = facts.Taken
            ? (L["{0}: {1} is {2}", matter.Trip, member.Name, role], L["{0} is {1} on {2}, {3}.", member.Name, role, matter.Vessel, matter.When])
            : (L["{0}: {1} is no longer {2}", matter.Trip, member.Name, role], L["{0} is no longer {1} on {2}, {3}.", member.Name, role, matter.Vessel, matter.When]);
        return About(matter, to, subject, opening) with { Says = [Manned(matter)] };
    }

    private string Manned(Matter matter)
    {
        var places = matter.Charter.Places;
        return L["{0} of {1} places are filled.", places.Count(place => !place.IsOpen), places.Count];
    }
}
