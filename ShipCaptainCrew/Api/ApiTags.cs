using Microsoft.OpenApi;

namespace ShipCaptainCrew.Api;

/// <summary>Descriptions of the tags of the OpenAPI document: the first path segment below <c>/api</c>.</summary>
internal static class ApiTags
{
    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["auth"] = "Signing in: asking for a link by email and exchanging it for a token.",
        ["invitations"] = "Invitations to another operator.",
        ["me"] = "The person the token belongs to.",
        ["vessels"] = "Vessels and their defects.",
        ["charter-types"] = "Charter types: what a new charter starts with.",
        ["checklist-templates"] = "Checklist templates, which charters take their checklists from.",
        ["members"] = "Members of the operator, and their invitations.",
        ["operator"] = "The operator and its settings.",
        ["standing-orders"] = "Standing orders: the rules of the operator for every charter.",
        ["waiver-templates"] = "Waiver texts that guests sign.",
        ["events"] = "Charters with their crew, checklists, guests, times and log.",
        ["defects"] = "Single defects of vessels.",
        ["search"] = "Finding charters, guests and vessels.",
        ["sun"] = "Sun times of any date and place.",
    };

    public static void Describe(IEnumerable<OpenApiTag> tags)
    {
        foreach (var tag in tags) tag.Description = Descriptions.GetValueOrDefault(tag.Name ?? "");
    }
}
