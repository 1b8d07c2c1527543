using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>Creates <c>tel:</c> addresses (RFC 3966) from phone numbers as people type them.</summary>
public static partial class PhoneLink
{
    /// <summary>
    /// The address that calls the first number in the text, with its extension; null if the text has none of at least
    /// three digits.
    /// </summary>
    public static string? To(string? phone)
    {
        if (Number().Match(phone ?? "") is not { Success: true } match) return null;
        var digits = string.Concat(match.Groups["digits"].Value.Where(char.IsAsciiDigit));
        if (digits.Length < 3) return null;
        var extension = match.Groups["extension"] is { Success: true } group ? $";ext={group.Value}" : "";
        return $"tel:{match.Groups["plus"].Value}{digits}{extension}";
    }

    /// <summary>Digits with white space, parentheses, dots and hyphens between them.</summary>
    [GeneratedRegex(
        @"(?<plus>\+?)[\s(]*(?<digits>[0-9][0-9\s().\u2010-\u2015-]*)" +
        @"(?:(?:ext(?:ension)?\.?|x|#)\s*(?<extension>[0-9]+))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
