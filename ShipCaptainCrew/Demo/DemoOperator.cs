using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// The fictional charter business of the demo: its people, boats and bookings. <see cref="DemoSeed"/> creates it.
/// </summary>
internal static partial class DemoOperator
{
    public const string Slug = "harbor-demo";
    public const string MeetingPoint = "Harbor Island, gate 3, dock E";

    private const string Meridian = "Meridian", Kittiwake = "Kittiwake";
    private const string Nora = "Nora Whitfield", Marisol = "Marisol Reyes", Ines = "Ines Calloway";
    private const string Tobias = "Tobias Lund", Priya = "Priya Raman", Jonah = "Jonah Beck";
    private const string Mei = "Mei Tanaka", Luca = "Luca Ferrante";

    /// <summary>The member who takes the bookings.</summary>
    public const string Office = Marisol;

    /// <summary>The members as whom a visitor can sign in: one of each role.</summary>
    public static readonly IReadOnlyList<string> Visitors = [Nora, Marisol, Ines, Jonah];

    public static readonly IReadOnlyList<VesselDetails> Fleet =
    [
        new() { Name = Meridian, PassengerCapacity = 49, MaxPersons = 54, MinimumCrew = 3, TurnaroundMinutes = 60 },
        new() { Name = Kittiwake, PassengerCapacity = 6, Inspected = false, MaxPersons = 8, MinimumCrew = 1 },
    ];

    public static readonly ChecklistTemplateDetails AshesAtSea = new("Ashes at sea", Phase.Underway,
    [
        new("Family met on the dock; readings, music and order of words agreed", Required: true),
        new("Three nautical miles from land, position written down", Required: true),
        new("Engine to idle, flag to half-staff, crew uncovered", Required: false),
        new("Only what the sea takes back goes in: no plastic, no wire", Required: true),
        new("One slow circle, three bells, course for home", Required: false),
        new("Position and time given to the family and to the office for the report", Required: true),
    ]);

    public static Operator Operator() =>
        new("Harbor Demo", Slug, "America/Los_Angeles", new("San Diego", 32.7157, -117.1611));
}
