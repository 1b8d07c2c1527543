namespace ShipCaptainCrew;

/// <summary>The resources of all texts for people (<c>Resources/Text.resx</c>). The English text is the key.</summary>
public sealed class Text;
