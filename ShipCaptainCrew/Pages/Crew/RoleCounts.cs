using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Writes how many of each role, such as <c>1 first mate, 2 deckhands</c>.</summary>
internal static class RoleCounts
{
    public static string Count(this IStringLocalizer localizer, IEnumerable<CrewRole> roles) =>
        string.Join(", ", roles.GroupBy(role => role)
            .Select(role => $"{role.Count()} {localizer.Say(role.Key.Label(role.Count()))}"));
}
