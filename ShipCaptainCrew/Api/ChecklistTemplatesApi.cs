using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Api;

internal static class ChecklistTemplatesApi
{
    private static readonly ReferenceEndpoints<ChecklistTemplate, ChecklistTemplateActions, ChecklistTemplateJson>
        Endpoints = new(
            "/checklist-templates",
            (template, _) => ChecklistTemplateJson.Of(template),
            typeof(ChecklistTemplateBody));

    public static void MapChecklistTemplates(this RouteGroupBuilder api) => Endpoints.Map(api);
}

/// <summary>A checklist template.</summary>
internal sealed record ChecklistTemplateJson(Guid Id, string Name, Phase Phase, IReadOnlyList<TemplateItem> Items)
{
    public static ChecklistTemplateJson Of(ChecklistTemplate t) => new(t.Id, t.Name, t.Phase, t.Items);
}
