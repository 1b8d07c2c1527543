namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>One thing to be done on one charter.</summary>
public sealed class ChecklistItem : IOwned
{
    private ChecklistItem()
    {
    }

    internal ChecklistItem(Guid operatorId, Guid checklistId, int ordinal, TemplateItem item) =>
        (OperatorId, ChecklistId, Ordinal, Text, Required) = (operatorId, checklistId, ordinal, item.Text,
            item.Required);

    public Guid OperatorId { get; private set; }
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid ChecklistId { get; private set; }
    public int Ordinal { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Lines off waits for it (or the captain's override).</summary>
    public bool Required { get; private set; }

    public ItemState State { get; private set; }

    /// <summary>Counts the changes of state, to tell a fresh wish from a stale one.</summary>
    public int Version { get; private set; } = 1;

    public Guid? ChangedBy { get; private set; }
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>
    /// A wish made on an older version may finish work, but must not undo what its maker has not seen.
    /// </summary>
    internal bool WouldUndo(ItemState wish, int? seen) => seen < Version && wish < State;

    internal void Mark(ItemState wish, Actor actor) =>
        (State, Version, ChangedBy, ChangedAt) = (wish, Version + 1, actor.MemberId, actor.At);
}
