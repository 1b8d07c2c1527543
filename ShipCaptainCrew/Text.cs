namespace ShipCaptainCrew;

/// <summary>
/// Names the resources that every string for a person comes from (<c>Resources/Text.resx</c>); the English is the key.
/// </summary>
public sealed class Text;
