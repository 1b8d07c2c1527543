namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The details of a charter type, which a new charter of that type starts with.</summary>
public sealed record CharterTypeDetails
{
    public required string Name { get; init; }

    public required Schedule Schedule { get; init; }

    public required Manning Roles { get; init; }

    public required IReadOnlyList<Guid> ChecklistTemplateIds { get; init; }

    public Guid? WaiverTemplateId { get; init; }

    public bool AutomaticTransitions { get; init; }

    /// <summary>Hours before call time at which the crew is reminded; null for those of the standing orders.</summary>
    public IReadOnlyList<int>? ReminderHours { get; init; }

    public static CharterTypeDetails Read(Input input, CharterTypeDetails? current = null) => new()
    {
        Name = input.Text("name", current?.Name, required: "Enter the type's name.") ?? "",
        Schedule = Schedule.Read(input, current?.Schedule),
        Roles = Manning.Read(input.Part("roles"), input.Clears("roles") ? new() : current?.Roles ?? new()),
        ChecklistTemplateIds =
            input.Ids("checklist_template_ids")?.Distinct().ToList() ?? current?.ChecklistTemplateIds ?? [],
        WaiverTemplateId = input.Id("waiver_template_id", current?.WaiverTemplateId),
        AutomaticTransitions = input.Flag("automatic_transitions", current?.AutomaticTransitions ?? false),
        ReminderHours = Reminders.Read(input, current?.ReminderHours),
    };
}
