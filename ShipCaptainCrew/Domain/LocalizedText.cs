using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// A sentence for a person, kept apart from its values so that the door that shows it can say it in that person's
/// language. The English text is the resource key.
/// </summary>
public sealed record LocalizedText(string Text, params object[] Arguments)
{
    public static implicit operator LocalizedText(string text) => new(text);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Text, Arguments);
}
