using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// A text for people, kept apart from its arguments so that it can be translated when it is shown. The English text is
/// the resource key.
/// </summary>
public sealed record LocalizedText(string Text, params object[] Arguments)
{
    public static implicit operator LocalizedText(string text) => new(text);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, Arguments);
}
