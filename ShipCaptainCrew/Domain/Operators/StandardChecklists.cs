using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>The checklists of <see cref="StandardSet"/>.</summary>
internal static class StandardChecklists
{
    private static readonly ChecklistTemplateDetails BeforeDeparture = new("Before departure", Phase.PreDeparture,
    [
        Required("Marine forecast and tide read; go or no-go said aloud"),
        Required("Fuel, engine oil and coolant checked; engine bay dry, no smell of fuel"),
        Required("Bilges dry; pumps tried on automatic and by hand"),
        Required("Through-hulls and stuffing box looked at"),
        Required("Batteries charged; shore power off, cord stowed"),
        Required("Engine started, cooling water flowing, ahead and astern tried"),
        Required("VHF radio check made; channel 16 on"),
        Optional("Chart plotter, depth sounder and AIS on"),
        Required("Navigation lights, compass light and horn tried"),
        Required("Fire extinguishers in place, gauges in the green"),
        Required("Life jackets counted, adult and child sizes, for everyone aboard"),
        Required("Life ring and throw line at the rail, ready to throw"),
        Required("Flares and first-aid kit complete and in date"),
        Required("Rigging, lifelines and gates looked over; halyards clear"),
        Optional("Sail covers off, sheets run, first reef led"),
        Required("Anchor ready to let go, windlass tried"),
        Optional("Heads clean, holding tank emptied, galley stowed"),
        Required("Decks clear and dry, boarding steps steady"),
    ]);

    private static readonly ChecklistTemplateDetails UnderWay = new("Under way", Phase.Underway,
    [
        Required("Fenders in, lines coiled, gates closed"),
        Required("Lookout named, and relieved in turn"),
        Optional("Engine gauges read every half hour"),
        Optional("Position and weather in the log every hour"),
        Required("Guests seated before each tack and jibe"),
        Optional("Office told if the return will be late"),
        Required("Lights on at sunset"),
        Required("Fenders and dock lines ready before the harbor entrance"),
    ]);

    private static readonly ChecklistTemplateDetails PutToBed = new("Put to bed", Phase.PostReturn,
    [
        Required("Everyone ashore, counted off"),
        Required("Dock lines doubled, spring lines and fenders set"),
        Required("Engine off, seacocks closed"),
        Required("Engine hours and fuel level written down"),
        Required("Shore power on, charger charging"),
        Required("Bilge looked at, pump on automatic"),
        Optional("Sails furled, covers on, halyards tied off"),
        Required("Life jackets counted, dried and stowed"),
        Optional("Lost items looked for under the cushions"),
        Optional("Heads and galley cleaned, trash ashore, decks rinsed"),
        Required("Anything broken told to the office"),
        Required("Instruments and lights off, hatches shut, keys in the box"),
    ]);

    public static IEnumerable<ChecklistTemplateDetails> All => [BeforeDeparture, UnderWay, PutToBed];

    private static TemplateItem Required(string text) => new(text, Required: true);

    private static TemplateItem Optional(string text) => new(text, Required: false);
}
