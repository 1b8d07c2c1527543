using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Api;

internal sealed record ChecklistJson(
    Guid Id, string Name, Phase Phase, IEnumerable<ItemJson> Items, ProgressJson Progress)
{
    public static ChecklistJson Of(Checklist list) =>
        new(list.Id, list.Name, list.Phase, list.Items.Select(ItemJson.Of), ProgressJson.Of(list.Progress));
}
