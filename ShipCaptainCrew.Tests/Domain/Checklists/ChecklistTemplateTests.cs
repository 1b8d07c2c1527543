using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Tests.Domain.Checklists;

/// <summary>Reading and changing checklist templates.</summary>
public sealed class ChecklistTemplateTests
{
    private static readonly ChecklistTemplateDetails PutToBed =
        new("Put to bed", Phase.PostReturn, [new("Engine off", true), new("Covers on", false)]);

    [Fact]
    public void All_fields_are_read_and_an_item_is_optional_unless_it_is_marked()
    {
        var (details, refusal) = Read("""
            { "name": "Put to bed", "phase": "post_return",
              "items": [{ "text": "Engine off", "required": true }, { "text": "Covers on" }] }
            """);

        Assert.Null(refusal);
        Assert.Empty(FieldDifferences.Differing(PutToBed, details));
    }

    [Fact]
    public void Fields_that_are_not_sent_keep_their_values()
    {
        Assert.Empty(FieldDifferences.Differing(PutToBed, Read("{}", PutToBed).Details));
        Assert.Empty(Read("""{ "items": null }""", PutToBed).Details.Items);
    }

    [Fact]
    public void A_new_list_needs_a_name_and_is_worked_before_departure_unless_another_phase_is_chosen()
    {
        var (details, refusal) = Read("{}");

        Assert.Equal("Enter the checklist's name.", $"{Assert.Single(refusal!.Errors!["name"])}");
        Assert.Equal(("", Phase.PreDeparture, 0), (details.Name, details.Phase, details.Items.Count));
        Assert.Equal("Choose when the checklist is used.",
            $"{Read("""{ "phase": null }""", PutToBed).Refusal!.FirstMessage}");
    }

    [Fact]
    public void An_item_has_a_text_of_at_most_140_characters()
    {
        Assert.Null(Read(WithItem(new('x', 140)), PutToBed).Refusal);
        Assert.Equal(["items[0].text"], Read(WithItem(new('x', 141)), PutToBed).Refusal!.Errors!.Keys);
        Assert.Equal("Enter what has to be done.", $"{Read(WithItem(""), PutToBed).Refusal!.FirstMessage}");

        static string WithItem(string text) => $$"""{ "items": [{ "text": "{{text}}" }] }""";
    }

    [Fact]
    public void Each_change_makes_a_new_version_and_an_unchanged_template_does_not()
    {
        var template = new ChecklistTemplate(Guid.CreateVersion7(), PutToBed);
        Assert.Equal(1, template.Version);
        Assert.Equal("checklist_template.created", Assert.Single(template.TakeEvents()).Kind);

        template.Change(PutToBed with { Items = [.. PutToBed.Items] });
        Assert.False(template.HasEvents);
        template.Change(PutToBed with { Phase = Phase.Underway });

        Assert.Equal((2, Phase.Underway, "Put to bed"), (template.Version, template.Phase, template.Name));
        var changed = Assert.IsType<ReferenceDataRecorded>(Assert.Single(template.TakeEvents()));
        Assert.Equal(("checklist_template.changed", "phase"), (changed.Kind, Assert.Single(changed.Fields)));
    }

    private static (ChecklistTemplateDetails Details, Refusal? Refusal) Read(
        string json, ChecklistTemplateDetails? current = null)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        return (ChecklistTemplateDetails.Read(input, current), input.Refusal);
    }
}
