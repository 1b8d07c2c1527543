using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>
/// What an operator may begin with instead of empty pages: lists, a waiver and types of a small sailing charter, to be
/// changed at will.
/// </summary>
public sealed record StandardSet(
    IReadOnlyList<ChecklistTemplate> Checklists, WaiverTemplate Waiver, IReadOnlyList<CharterType> Types)
{
    private static readonly ChecklistTemplateDetails BeforeDeparture = new("Before departure", Phase.PreDeparture,
    [
        Must("Marine forecast and tide read; go or no-go said aloud"),
        Must("Fuel, engine oil and coolant checked; engine bay dry, no smell of fuel"),
        Must("Bilges dry; pumps tried on automatic and by hand"),
        Must("Through-hulls and stuffing box looked at"),
        Must("Batteries charged; shore power off, cord stowed"),
        Must("Engine started, cooling water flowing, ahead and astern tried"),
        Must("VHF radio check made; channel 16 on"),
        May("Chart plotter, depth sounder and AIS on"),
        Must("Navigation lights, compass light and horn tried"),
        Must("Fire extinguishers in place, gauges in the green"),
        Must("Life jackets counted, adult and child sizes, for everyone aboard"),
        Must("Life ring and throw line at the rail, ready to throw"),
        Must("Flares and first-aid kit complete and in date"),
        Must("Rigging, lifelines and gates looked over; halyards clear"),
        May("Sail covers off, sheets run, first reef led"),
        Must("Anchor ready to let go, windlass tried"),
        May("Heads clean, holding tank emptied, galley stowed"),
        Must("Decks clear and dry, boarding steps steady"),
    ]);

    private static readonly ChecklistTemplateDetails UnderWay = new("Under way", Phase.Underway,
    [
        Must("Fenders in, lines coiled, gates closed"),
        Must("Lookout named, and relieved in turn"),
        May("Engine gauges read every half hour"),
        May("Position and weather in the log every hour"),
        Must("Guests seated before each tack and jibe"),
        May("Office told if the return will be late"),
        Must("Lights on at sunset"),
        Must("Fenders and dock lines ready before the harbor entrance"),
    ]);

    private static readonly ChecklistTemplateDetails PutToBed = new("Put to bed", Phase.PostReturn,
    [
        Must("Everyone ashore, counted off"),
        Must("Dock lines doubled, spring lines and fenders set"),
        Must("Engine off, seacocks closed"),
        Must("Engine hours and fuel level written down"),
        Must("Shore power on, charger charging"),
        Must("Bilge looked at, pump on automatic"),
        May("Sails furled, covers on, halyards tied off"),
        Must("Life jackets counted, dried and stowed"),
        May("Lost property sought under the cushions"),
        May("Heads and galley cleaned, trash ashore, decks rinsed"),
        Must("Anything broken told to the office"),
        Must("Instruments and lights off, hatches shut, keys in the box"),
    ]);

    /// <param name="show">Makes of a text as it is typed the HTML that is shown.</param>
    public static StandardSet For(Guid operatorId, Func<string, string> show)
    {
        ChecklistTemplate[] lists = [
            .. new[] { BeforeDeparture, UnderWay, PutToBed }.Select(
                details => new ChecklistTemplate(operatorId, details))];
        var waiver =
            new WaiverTemplate(operatorId,
                new(SampleWaiver.Name,
                    [Text(Languages.English, SampleWaiver.English), Text(Languages.Spanish, SampleWaiver.Spanish)]));
        return new(lists, waiver,
            [
                .. Presets([.. lists.Select(list => list.Id)], waiver.Id)
                    .Select(details => new CharterType(operatorId, details))]);

        WaiverText Text(string language, string source) => new(language, source, show(source));
    }

    private static IEnumerable<CharterTypeDetails> Presets(IReadOnlyList<Guid> lists, Guid waiver) =>
    [
        new()
        {
            Name = "Sunset sail",
            Schedule = new() { Anchor = DepartureRule.Sunset, OffsetMinutes = -90, DurationMinutes = 120 },
            Roles = new(1, 1, 2),
            ChecklistTemplateIds = lists,
            WaiverTemplateId = waiver,
        },
        new()
        {
            Name = "Harbor tour",
            Schedule = At(10, 0, minutes: 120),
            Roles = new(1, 0, 1),
            ChecklistTemplateIds = lists,
            WaiverTemplateId = waiver,
        },
        new()
        {
            Name = "Private party",
            Schedule = At(13, 0, minutes: 240) with { CallMinutesBefore = 90 },
            Roles = new(1, 1, 2),
            ChecklistTemplateIds = lists,
            WaiverTemplateId = waiver,
        },
        new()
        {
            Name = "Memorial at sea",
            Schedule = At(9, 0, minutes: 180),
            Roles = new(1, 0, 1),
            ChecklistTemplateIds = lists,
            WaiverTemplateId = waiver,
        },
    ];

    private static Schedule At(int hour, int minute, int minutes) => new()
    {
        Anchor = DepartureRule.Fixed,
        Time = new(hour, minute),
        DurationMinutes = minutes,
    };

    private static TemplateItem Must(string text) => new(text, Required: true);

    private static TemplateItem May(string text) => new(text, Required: false);
}
