using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

internal static class WaiverTemplatesApi
{
    private static readonly ReferenceEndpoints<WaiverTemplate, WaiverTemplateActions, WaiverTemplateJson> Endpoints =
        new("/waiver-templates", (template, _) => WaiverTemplateJson.Of(template), typeof(WaiverTemplateBody));

    public static void MapWaiverTemplates(this RouteGroupBuilder api) => Endpoints.Map(api);
}

/// <summary>A waiver template, as guests see it; <c>html_es</c> is null without a Spanish text.</summary>
internal sealed record WaiverTemplateJson(Guid Id, string Name, int Version, string Html, string? HtmlEs)
{
    public static WaiverTemplateJson Of(WaiverTemplate template) => new(
        template.Id, template.Name, template.Version, template.TextIn("en").Html,
        template.Texts.Find(text => text.Language == "es")?.Html);
}
