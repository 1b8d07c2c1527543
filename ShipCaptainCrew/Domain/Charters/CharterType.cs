namespace ShipCaptainCrew.Domain.Charters;

/// <summary>A preset, such as a sunset sail. Changing it does not change existing charters.</summary>
public sealed class CharterType : ArchivableEntity
{
    /// <summary>The name of this kind of entity in the audit log.</summary>
    public const string LogNoun = "charter_type";

    private CharterType()
    {
    }

    public CharterType(Guid operatorId, CharterTypeDetails details)
        : base(operatorId)
    {
        Write(details);
        Raise(ReferenceDataRecorded.Created(Kind, Id));
    }

    public string Name { get; private set; } = "";
    public Schedule Schedule { get; private set; } = null!;
    public Manning Roles { get; private set; } = null!;
    public List<Guid> ChecklistTemplateIds { get; private set; } = [];
    public Guid? WaiverTemplateId { get; private set; }

    /// <summary>Whether the status of its charters changes automatically at the planned times.</summary>
    public bool AutomaticTransitions { get; private set; }

    public List<int>? ReminderHours { get; private set; }

    public CharterTypeDetails Details => new()
    {
        Name = Name,
        Schedule = Schedule,
        Roles = Roles,
        ChecklistTemplateIds = ChecklistTemplateIds,
        WaiverTemplateId = WaiverTemplateId,
        AutomaticTransitions = AutomaticTransitions,
        ReminderHours = ReminderHours,
    };

    protected override string Kind => LogNoun;

    public void Change(CharterTypeDetails details)
    {
        var changed = FieldDifferences.Differing(Details, details).ToList();
        if (changed.Count == 0) return;
        Write(details);
        Raise(ReferenceDataRecorded.Changed(Kind, Id, changed));
    }

    private void Write(CharterTypeDetails details)
    {
        (Name, Schedule, Roles) = (details.Name, details.Schedule, details.Roles);
        ChecklistTemplateIds = [.. details.ChecklistTemplateIds];
        (WaiverTemplateId, AutomaticTransitions) = (details.WaiverTemplateId, details.AutomaticTransitions);
        ReminderHours = details.ReminderHours is null ? null : [.. details.ReminderHours];
    }
}
