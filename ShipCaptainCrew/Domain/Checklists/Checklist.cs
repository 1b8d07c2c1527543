namespace ShipCaptainCrew.Domain.Checklists;

/// <summary>What somebody wants of an item. The version is the one they saw; without it the last wish wins.</summary>
public sealed record ItemChange(Guid ItemId, ItemState State, int? Version)
{
    public static ItemChange Read(Input item, Checklist list)
    {
        var id = item.Id("id", required: "Name the item.");
        if (id is not null && list.Items.All(row => row.Id != id))
            item.Error("id", "There is no such item on this checklist.");
        return Of(id ?? default, item);
    }

    /// <summary>What is wanted of an item that is known already.</summary>
    public static ItemChange Of(Guid itemId, Input input) => new(
        itemId,
        input.Choice<ItemState>("state", null, required: "Choose a state.") ?? default,
        input.Whole("version", null, 1, int.MaxValue));
}

/// <summary>A checklist being worked on one charter, made from one version of a template.</summary>
public sealed class Checklist : OwnedEntity
{
    /// <summary>Code of the refusal of a wish that would undo what its maker has not seen.</summary>
    public const string StaleWish = "stale";

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

    public bool IsUntouched => items.TrueForAll(item => item.Version == 1);

    /// <summary>
    /// Grants all of the wishes or none. A wish for what already is changes nothing and is not logged.
    /// </summary>
    public Refusal? Mark(IReadOnlyList<ItemChange> wishes, Actor actor)
    {
        var pairs = wishes.Select(wish => (wish, item: items.First(item => item.Id == wish.ItemId))).ToList();
        var stale = pairs.Where(pair => pair.item.WouldUndo(pair.wish.State, pair.wish.Version))
            .Select(pair => pair.item.Id).ToList();
        if (stale.Count > 0)
        {
            return Refusal.Conflict(StaleWish, "Somebody was quicker. Look again and choose.", ("items", stale));
        }

        foreach (var (wish, item) in pairs.Where(pair => pair.item.State != pair.wish.State)) Mark(
            item, wish.State, actor);
        return null;
    }

    /// <summary>Taken off its charter again, which the log keeps.</summary>
    public void Discard() => Raise(new ChecklistRemoved(CharterId, Id, TemplateId));

    private void Mark(ChecklistItem item, ItemState wish, Actor actor)
    {
        Raise(new ItemMarked(CharterId, Id, item.Id, item.State, wish));
        item.Mark(wish, actor);
    }
}

public sealed record Progress(int Pending, int InProgress, int Complete)
{
    public int Total => Pending + InProgress + Complete;

    public bool IsDone => Total > 0 && Complete == Total;
}

public sealed record ChecklistStarted(Guid Charter, Guid ChecklistId, Guid TemplateId, int TemplateVersion)
    : DomainEvent(LogKind, ChecklistId, Charter)
{
    public const string LogKind = "checklist.started";
}

public sealed record ChecklistRemoved(Guid Charter, Guid ChecklistId, Guid TemplateId)
    : DomainEvent(LogKind, ChecklistId, Charter)
{
    public const string LogKind = "checklist.removed";
}

public sealed record ItemMarked(Guid Charter, Guid ChecklistId, Guid ItemId, ItemState From, ItemState To)
    : DomainEvent(LogKind, ItemId, Charter)
{
    public const string LogKind = "item.marked";
}
