using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Api;

internal static class ChecklistTemplatesApi
{
    private static readonly ReferenceDoors<ChecklistTemplate, ChecklistTemplateActions, ChecklistTemplateJson> Doors =
        new("/checklist-templates", (template, _) => ChecklistTemplateJson.Of(template), typeof(ChecklistTemplateBody));

    public static void MapChecklistTemplates(this RouteGroupBuilder api) => Doors.Map(api);
}

/// <summary>A checklist template on the wire.</summary>
internal sealed record ChecklistTemplateJson(Guid Id, string Name, Phase Phase, IReadOnlyList<TemplateItem> Items)
{
    public static ChecklistTemplateJson Of(ChecklistTemplate t) => new(t.Id, t.Name, t.Phase, t.Items);
}
