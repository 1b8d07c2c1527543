namespace ShipCaptainCrew.Domain.Checklists;

public sealed record TemplateItem(string Text, bool Required);
