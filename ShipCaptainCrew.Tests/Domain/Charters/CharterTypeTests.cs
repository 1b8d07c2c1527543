using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Reading and changing charter types.</summary>
public sealed class CharterTypeTests
{
    private static readonly Guid Checklist = Guid.CreateVersion7(), Waiver = Guid.CreateVersion7();

    private static readonly CharterTypeDetails Sunset = new()
    {
        Name = "Sunset sail",
        Schedule = new()
        {
            Anchor = DepartureRule.Sunset,
            OffsetMinutes = -90,
            DurationMinutes = 120,
            CallMinutesBefore = 45,
            BoardingMinutesBefore = 15,
        },
        Roles = new(1, 0, 3),
        ChecklistTemplateIds = [Checklist],
        WaiverTemplateId = Waiver,
        AutomaticTransitions = true,
        ReminderHours = [24, 3],
    };

    [Fact]
    public void All_fields_are_read()
    {
        var details = Valid($$"""
            { "name": "Sunset sail", "schedule": { "anchor": "sunset", "offset_minutes": -90 },
              "duration_minutes": 120, "call_minutes_before": 45, "boarding_minutes_before": 15,
              "roles": { "captain": 1, "first_mate": 0, "deckhand": 3 },
              "checklist_template_ids": ["{{Checklist}}", "{{Checklist}}"], "waiver_template_id": "{{Waiver}}",
              "automatic_transitions": true, "reminder_hours": [3, 24] }
            """);

        Assert.Empty(FieldDifferences.Differing(Sunset, details));
    }

    [Fact]
    public void Fields_that_are_not_sent_keep_their_values_and_cleared_ones_get_their_defaults()
    {
        Assert.Empty(FieldDifferences.Differing(Sunset, Valid("{}", Sunset)));

        var cleared = Valid("""
            { "schedule": null, "call_minutes_before": null, "boarding_minutes_before": null, "roles": null,
              "checklist_template_ids": null, "waiver_template_id": null, "automatic_transitions": null,
              "reminder_hours": null }
            """, Sunset);

        Assert.Empty(FieldDifferences.Differing(
            new()
            {
                Name = "Sunset sail",
                Schedule = new() { Anchor = DepartureRule.Fixed, DurationMinutes = 120 },
                Roles = new(1, 1, 2),
                ChecklistTemplateIds = [],
            },
            cleared));
    }

    [Fact]
    public void A_new_type_needs_a_name_and_a_duration_and_has_the_usual_crew()
    {
        var input = Input.Empty();

        var details = CharterTypeDetails.Read(input);

        Assert.Equal(["Enter the type's name.", "Enter how long the charter lasts, in minutes."],
            input.Refusal!.Errors!.Values.Select(messages => $"{Assert.Single(messages)}"));
        Assert.Equal(("", new Manning(1, 1, 2), 60, 30, false),
            (details.Name, details.Roles, details.Schedule.CallMinutesBefore, details.Schedule.BoardingMinutesBefore,
                details.AutomaticTransitions));
        Assert.Null(details.ReminderHours);
        Assert.Empty(details.ChecklistTemplateIds);
    }

    [Fact]
    public void A_change_is_logged_with_its_fields_and_an_unchanged_type_is_not()
    {
        var type = new CharterType(Guid.CreateVersion7(), Sunset);
        Assert.Equal("charter_type.created", Assert.Single(type.TakeEvents()).Kind);
        Assert.Empty(FieldDifferences.Differing(Sunset, type.Details));

        type.Change(Sunset with { Roles = new(1, 0, 3), ReminderHours = [24, 3], ChecklistTemplateIds = [Checklist] });
        Assert.False(type.HasEvents);
        var changed = Sunset with { Name = "Dinner sail", ReminderHours = null };
        type.Change(changed);

        Assert.Empty(FieldDifferences.Differing(changed, type.Details));
        var logged = Assert.IsType<ReferenceDataRecorded>(Assert.Single(type.TakeEvents()));
        Assert.Equal("charter_type.changed", logged.Kind);
        Assert.Equal(["name", "reminder_hours"], logged.Fields);
    }

    private static CharterTypeDetails Valid(string json, CharterTypeDetails? current = null)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        var details = CharterTypeDetails.Read(input, current);
        Assert.Null(input.Refusal);
        return details;
    }
}
