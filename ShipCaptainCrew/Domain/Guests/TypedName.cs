using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// Names that anybody with a link can type, and that appear in emails to others. A web address in a name would make the
/// operator's email advertise it.
/// </summary>
public static partial class TypedName
{
    /// <summary>Adds an error if the name contains a web address.</summary>
    public static void Check(Input input, string field, string? name)
    {
        if (name is not null && HasWebAddress(name))
            input.Error(field, "A name cannot contain a web address. If it has a dot, put a space after it.");
    }

    /// <summary>Whether the name as typed, or with its letters composed (NFC), contains a web address.</summary>
    public static bool HasWebAddress(string name) =>
        WebAddress().IsMatch(name) || WebAddress().IsMatch(name.Normalize());

    /// <summary>
    /// The name for an email, with nothing in it that a mail program turns into a link. The office can type any name,
    /// and names typed before <see cref="Check"/> existed are stored.
    /// </summary>
    public static string ForEmail(string name) =>
        HasWebAddress(name) ? Dot().Replace(Scheme().Replace(name, ""), "$1 ") : name;

    /// <summary>A scheme, or two labels with a dot. The wide dots separate labels too.</summary>
    [GeneratedRegex(@"://|[\p{L}\p{M}\p{N}\p{So}_-][.\u3002\uFF0E\uFF61][\p{L}\p{M}]{2}|www[.\u3002\uFF0E\uFF61]\S",
        RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex("[a-z]*:[/\\\\]+", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"([.\u3002\uFF0E\uFF61])(?=\S)")]
    private static partial Regex Dot();
}
