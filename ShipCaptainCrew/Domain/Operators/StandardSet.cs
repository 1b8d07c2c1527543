using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>
/// The optional starting data of a new operator: checklists, a waiver and charter types of a small sailing charter, all
/// of which can be changed.
/// </summary>
public sealed record StandardSet(
    IReadOnlyList<ChecklistTemplate> Checklists, WaiverTemplate Waiver, IReadOnlyList<CharterType> Types)
{
    /// <param name="toHtml">Converts the source of a text to the HTML that is shown.</param>
    public static StandardSet For(Guid operatorId, Func<string, string> toHtml)
    {
        var checklists = StandardChecklists.All.Select(details => new ChecklistTemplate(operatorId, details)).ToList();
        var waiver = new WaiverTemplate(operatorId, new(SampleWaiver.Name,
        [
            Text(Languages.English, SampleWaiver.English),
            Text(Languages.Spanish, SampleWaiver.Spanish),
        ]));
        var types = Presets([.. checklists.Select(list => list.Id)], waiver.Id)
            .Select(details => new CharterType(operatorId, details));
        return new(checklists, waiver, [.. types]);

        WaiverText Text(string language, string source) => new(language, source, toHtml(source));
    }

    private static IEnumerable<CharterTypeDetails> Presets(IReadOnlyList<Guid> checklists, Guid waiver) =>
    [
        new()
        {
            Name = "Sunset sail",
            Schedule = new() { Anchor = DepartureRule.Sunset, OffsetMinutes = -90, DurationMinutes = 120 },
            Roles = new(1, 1, 2),
            ChecklistTemplateIds = checklists,
            WaiverTemplateId = waiver,
        },
        new()
        {
            Name = "Harbor tour",
            Schedule = At(10, 0, minutes: 120),
            Roles = new(1, 0, 1),
            ChecklistTemplateIds = checklists,
            WaiverTemplateId = waiver,
        },
        new()
        {
            Name = "Private party",
            Schedule = At(13, 0, minutes: 240) with { CallMinutesBefore = 90 },
            Roles = new(1, 1, 2),
            ChecklistTemplateIds = checklists,
            WaiverTemplateId = waiver,
        },
        new()
        {
            Name = "Memorial at sea",
            Schedule = At(9, 0, minutes: 180),
            Roles = new(1, 0, 1),
            ChecklistTemplateIds = checklists,
            WaiverTemplateId = waiver,
        },
    ];

    private static Schedule At(int hour, int minute, int minutes) => new()
    {
        Anchor = DepartureRule.Fixed,
        Time = new(hour, minute),
        DurationMinutes = minutes,
    };
}
