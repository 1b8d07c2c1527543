using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Writes roles for people.</summary>
internal static class RoleTexts
{
    /// <summary>A label with an upper-case first letter.</summary>
    public static string Capitalize(this IStringLocalizer localizer, LocalizedText label) =>
        localizer.Say(label) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";

    /// <summary>How many of each role, such as <c>1 first mate, 2 deckhands</c>.</summary>
    public static string Count(this IStringLocalizer localizer, IEnumerable<CrewRole> roles) =>
        string.Join(", ", roles.GroupBy(role => role)
            .Select(role => $"{role.Count()} {localizer.Say(role.Key.Label(role.Count()))}"));
}
