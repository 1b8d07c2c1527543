namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>
/// The template of a checklist. Each change makes a new version; existing checklists keep the version they were created
/// from.
/// </summary>
public sealed class ChecklistTemplate : ArchivableEntity
{
    /// <summary>The name of this kind of entity in the audit log.</summary>
    public const string LogNoun = "checklist_template";

    private ChecklistTemplate()
    {
    }

    public ChecklistTemplate(Guid operatorId, ChecklistTemplateDetails details)
        : base(operatorId)
    {
        Write(details);
        Raise(ReferenceDataRecorded.Created(Kind, Id));
    }

    public string Name { get; private set; } = "";
    public Phase Phase { get; private set; }
    public List<TemplateItem> Items { get; private set; } = [];
    public int Version { get; private set; } = 1;

    public ChecklistTemplateDetails Details => new(Name, Phase, Items);

    protected override string Kind => LogNoun;

    public void Change(ChecklistTemplateDetails details)
    {
        var changed = FieldDifferences.Differing(Details, details).ToList();
        if (changed.Count == 0) return;
        Write(details);
        Version++;
        Raise(ReferenceDataRecorded.Changed(Kind, Id, changed));
    }

    private void Write(ChecklistTemplateDetails details) =>
        (Name, Phase, Items) = (details.Name, details.Phase, [.. details.Items]);
}
