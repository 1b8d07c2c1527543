using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// A waiver text to sign. Each change makes a new version; signed waivers keep the exact text of theirs. The
/// placeholders <c>{{name}}</c>, <c>{{vessel}}</c>, <c>{{date}}</c> and <c>{{operator}}</c> are filled in for each
/// guest.
/// </summary>
public sealed class WaiverTemplate : ArchivableEntity
{
    /// <summary>The name of this kind of entity in the audit log.</summary>
    public const string LogNoun = "waiver_template";

    private WaiverTemplate()
    {
    }

    public WaiverTemplate(Guid operatorId, WaiverTemplateDetails details)
        : base(operatorId)
    {
        Write(details);
        Raise(ReferenceDataRecorded.Created(Kind, Id));
    }

    public string Name { get; private set; } = "";
    public List<WaiverText> Texts { get; private set; } = [];
    public int Version { get; private set; } = 1;

    /// <summary>Whether it still has the sample text in at least one language.</summary>
    public bool IsSample => Texts.Exists(text => SampleWaiver.IsText(text.Source));

    public WaiverTemplateDetails Details => new(Name, Texts);

    protected override string Kind => LogNoun;

    /// <summary>The text in a language, else in English, else the first one.</summary>
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
