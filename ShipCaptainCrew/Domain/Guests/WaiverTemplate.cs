using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>The text in one language: as it was typed, and as it is shown, sanitised.</summary>
/// <param name="Language">A two-letter code, <c>en</c> or <c>es</c>.</param>
public sealed record WaiverText(string Language, string Source, string Html);

/// <summary>
/// All that is told of a waiver template. Sanitising is the action's business; the domain keeps what is safe.
/// </summary>
public sealed record WaiverTemplateDetails(string Name, IReadOnlyList<WaiverText> Texts);

/// <summary>
/// A text to be signed. Each change of it is a new version; those signed keep theirs, word for word. Placeholders
/// <c>{{name}}</c>, <c>{{vessel}}</c>,
/// <c>{{date}}</c> and <c>{{operator}}</c> are filled in for each guest.
/// </summary>
public sealed class WaiverTemplate : ArchivableEntity
{
    /// <summary>What the log calls it.</summary>
    public const string LogNoun = "waiver_template";

    private WaiverTemplate()
    {
    }

    public WaiverTemplate(Guid operatorId, WaiverTemplateDetails details)
        : base(operatorId)
    {
        Write(details);
        Raise(ReferenceDataRecorded.Made(Kind, Id));
    }

    public string Name { get; private set; } = "";
    public List<WaiverText> Texts { get; private set; } = [];
    public int Version { get; private set; } = 1;

    /// <summary>
    /// Guests read the sample, in one language or both: nobody has put a text of the operator's own in its place.
    /// </summary>
    public bool IsSample => Texts.Exists(text => text.Source is SampleWaiver.English or SampleWaiver.Spanish);

    public WaiverTemplateDetails Details => new(Name, Texts);

    protected override string Kind => LogNoun;

    /// <summary>The text in a language, else in English, else in whatever there is.</summary>
    public WaiverText TextIn(string language) =>
        Texts.Find(text => text.Language == language) ?? Texts.Find(text => text.Language == "en") ?? Texts[0];

    public void Change(WaiverTemplateDetails details)
    {
        var changed = FieldDifferences.Differing(Details, details).ToList();
        if (changed.Count == 0) return;
        Write(details);
        Version++;
        Raise(ReferenceDataRecorded.Changed(Kind, Id, changed));
    }

    private void Write(WaiverTemplateDetails details) => (Name, Texts) = (details.Name, [.. details.Texts]);
}
