using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>The short name of an operator in page addresses.</summary>
public static partial class Slug
{
    /// <summary>The slugs that the program uses itself.</summary>
    public static readonly IReadOnlyCollection<string> Reserved =
    [
        "api", "sign-in", "waivers", "party", "me", "dev", "healthz", "openapi", "offline", "error",
        "calendar", "invitations", "unsubscribe", "sign-out",
    ];

    public static LocalizedText? Refuse(string slug) =>
        Reserved.Contains(slug) ? new LocalizedText("The slug {0} is reserved. Choose another.", slug)
        : ValidSlug().IsMatch(slug) ? null
        : new LocalizedText(
            "A slug is 2 to 60 lowercase letters, digits and single hyphens, such as queen-of-san-diego.");

    [GeneratedRegex("^(?=.{2,60}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex ValidSlug();
}
