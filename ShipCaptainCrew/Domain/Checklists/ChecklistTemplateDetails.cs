namespace ShipCaptainCrew.Domain.Checklists;

public sealed record ChecklistTemplateDetails(string Name, Phase Phase, IReadOnlyList<TemplateItem> Items)
{
    public static ChecklistTemplateDetails Read(Input input, ChecklistTemplateDetails? now = null) => new(
        input.Text("name", now?.Name, required: "Enter the checklist's name.") ?? "",
        input.Choice<Phase>("phase", now?.Phase ?? Phase.PreDeparture, required: "Choose when the checklist is used.")
            ?? Phase.PreDeparture,
        input.Parts("items")?.Select(ReadItem).ToList() ?? now?.Items ?? []);

    private static TemplateItem ReadItem(Input item) =>
        new(item.Text("text", max: 140, required: "Enter what has to be done.") ?? "", item.Flag("required", false));
}
