using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>A waiver text would cost too much to read or to show. Nothing was made of it.</summary>
/// <param name="reason">What its author can do about it.</param>
public sealed class TooComplexException(LocalizedText reason) : Exception(reason.ToString())
{
    public LocalizedText Reason => reason;

    public static TooComplexException TooDeep() => new("This is nested too deeply. Use fewer levels.");

    public static TooComplexException TooManyElements() => new(new LocalizedText(
        "This has too many elements: at most {0} paragraphs, list items, table cells and tags are allowed.",
        WaiverTextLimits.Elements));
}
