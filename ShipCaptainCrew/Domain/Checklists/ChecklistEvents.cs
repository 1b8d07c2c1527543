namespace ShipCaptainCrew.Domain.Checklists;

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
