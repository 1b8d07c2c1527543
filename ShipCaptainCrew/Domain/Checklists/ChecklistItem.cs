namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>One item of a checklist.</summary>
public sealed class ChecklistItem : IOwned
{
    private ChecklistItem()
    {
    }

    internal ChecklistItem(Guid operatorId, Guid checklistId, int ordinal, TemplateItem item) =>
        (OperatorId, ChecklistId, Ordinal, Text, Required) =
        (operatorId, checklistId, ordinal, item.Text, item.Required);

    public Guid OperatorId { get; private set; }
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ChecklistId { get; private set; }
    public int Ordinal { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Must be complete before lines off, unless the captain overrides it.</summary>
    public bool Required { get; private set; }

    public ItemState State { get; private set; }

    /// <summary>Increases with each change of state, to detect a change based on an older state.</summary>
    public int Version { get; private set; } = 1;

    public Guid? ChangedBy { get; private set; }
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>
    /// A change based on an older version may advance the item, but must not undo a change its sender has not seen.
    /// </summary>
    internal bool WouldUndo(ItemState state, int? seenVersion) => seenVersion < Version && state < State;

    internal void Mark(ItemState state, Actor actor) =>
        (State, Version, ChangedBy, ChangedAt) = (state, Version + 1, actor.MemberId, actor.At);
}
