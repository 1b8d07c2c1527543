namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>The checklist of one charter, created from one version of a template.</summary>
public sealed class Checklist : OwnedEntity
{
    /// <summary>Refusal code for a change that would undo one its sender has not seen.</summary>
    public const string StaleChange = "stale";

    private readonly List<ChecklistItem> items = [];

    private Checklist()
    {
    }

    public Checklist(Guid charterId, ChecklistTemplate template, int ordinal)
        : base(template.OperatorId)
    {
        (CharterId, TemplateId, TemplateVersion, Ordinal) = (charterId, template.Id, template.Version, ordinal);
        (Name, Phase) = (template.Name, template.Phase);
        items.AddRange(template.Items.Select((item, i) => new ChecklistItem(OperatorId, Id, i, item)));
        Raise(new ChecklistStarted(charterId, Id, template.Id, template.Version));
    }

    public Guid CharterId { get; private set; }
    public Guid TemplateId { get; private set; }
    public int TemplateVersion { get; private set; }
    public int Ordinal { get; private set; }
    public string Name { get; private set; } = "";
    public Phase Phase { get; private set; }
    public IReadOnlyList<ChecklistItem> Items => items;

    public Progress Progress => new(
        items.Count(item => item.State == ItemState.Pending),
        items.Count(item => item.State == ItemState.InProgress),
        items.Count(item => item.State == ItemState.Complete));

    /// <summary>The first item that is to do, or else the first that is not done; null when all are.</summary>
    public ChecklistItem? NextItem => items.Find(item => item.State == ItemState.Pending)
        ?? items.Find(item => item.State != ItemState.Complete);

    public bool IsUntouched => items.TrueForAll(item => item.Version == 1);

    /// <summary>
    /// Applies all of the changes or none. A change to the state an item already has does nothing and is not logged.
    /// </summary>
    public Refusal? Mark(IReadOnlyList<ItemChange> changes, Actor actor)
    {
        var pairs = changes.Select(change => (change, item: items.First(item => item.Id == change.ItemId))).ToList();
        var stale = pairs.Where(pair => pair.item.WouldUndo(pair.change.State, pair.change.Version))
            .Select(pair => pair.item.Id).ToList();
        if (stale.Count > 0)
        {
            return Refusal.Conflict(StaleChange, "Somebody was faster. Check it again and choose.", ("items", stale));
        }

        foreach (var (change, item) in pairs.Where(pair => pair.item.State != pair.change.State))
            Mark(item, change.State, actor);
        return null;
    }

    /// <summary>Removes the checklist from its charter. The audit log keeps the removal.</summary>
    public void Discard() => Raise(new ChecklistRemoved(CharterId, Id, TemplateId));

    private void Mark(ChecklistItem item, ItemState state, Actor actor)
    {
        Raise(new ItemMarked(CharterId, Id, item.Id, item.State, state));
        item.Mark(state, actor);
    }
}
