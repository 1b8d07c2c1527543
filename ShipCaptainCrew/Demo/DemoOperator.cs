using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// The made-up charter business that shows what the program does: its people, boats and bookings. How they came about
/// is <see cref="DemoSeed"/>'s to tell.
/// </summary>
internal static class DemoOperator
{
    public const string Slug = "harbor-demo";
    public const string MeetingPoint = "Harbor Island, gate 3, dock E";

    private const string Meridian = "Meridian", Kittiwake = "Kittiwake";
    private const string Nora = "Nora Whitfield", Marisol = "Marisol Reyes", Ines = "Ines Calloway", Tobias =
        "Tobias Lund";
    private const string Priya = "Priya Raman", Jonah = "Jonah Beck", Mei = "Mei Tanaka", Luca = "Luca Ferrante";

    /// <summary>Who takes the bookings.</summary>
    public const string Office = Marisol;

    /// <summary>Whom a visitor may be: one of each kind.</summary>
    public static readonly IReadOnlyList<string> Visitors = [Nora, Marisol, Ines, Jonah];

    /// <summary>The owner first.</summary>
    public static readonly IReadOnlyList<MemberDetails> Cast =
    [
        new()
        {
            Name = Nora,
            Email = Address("nora"),
            Phone = "+1 619 555 0110",
            Role = MemberRole.Owner,
            Qualifications = [CrewRole.Captain],
        },
        new()
        {
            Name = Marisol,
            Email = Address("marisol"),
            Phone = "+1 619 555 0111",
            Role = MemberRole.Dispatcher,
            Qualifications = [],
        },
        new()
        {
            Name = Ines,
            Email = Address("ines"),
            Phone = "+1 619 555 0112",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Captain, CrewRole.FirstMate],
        },
        new()
        {
            Name = Tobias,
            Email = Address("tobias"),
            Phone = "+1 619 555 0113",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Captain, CrewRole.FirstMate],
        },
        new()
        {
            Name = Priya,
            Email = Address("priya"),
            Phone = "+1 619 555 0114",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.FirstMate, CrewRole.Deckhand],
        },
        new()
        {
            Name = Jonah,
            Email = Address("jonah"),
            Phone = "+1 619 555 0115",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Deckhand],
        },
        new()
        {
            Name = Mei,
            Email = Address("mei"),
            Phone = "+1 619 555 0116",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Deckhand],
        },
        new()
        {
            Name = Luca,
            Email = Address("luca"),
            Phone = "+1 619 555 0117",
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Deckhand],
        },
    ];

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

    public static readonly IReadOnlyList<DemoBooking> Bookings =
    [
        new()
        {
            Day = -6,
            Type = "Sunset sail",
            Vessel = Meridian,
            Title = "Sunset sail",
            Guests = 22,
            Crew = [Captain(Tobias), Mate(Priya), Deckhand(Mei), Deckhand(Luca)],
            Reference = "HD-2207",
        },
        new()
        {
            Day = -4,
            Type = "Private party",
            Vessel = Meridian,
            Title = "Lindqvist engagement",
            Guests = 38,
            Crew = [Captain(Ines), Mate(Priya), Deckhand(Jonah), Deckhand(Mei)],
            Contact = Charterer("Astrid Lindqvist", "0131"),
            Reference = "HD-2211",
            CancelReason =
                "Small craft advisory, gusts to 30 knots all afternoon. The party moves to the yacht club; we owe them a sail.",
        },
        new()
        {
            Day = -2,
            Type = "Memorial at sea",
            Vessel = Kittiwake,
            Title = "For Walter Osei",
            Guests = 5,
            Crew = [Captain(Tobias), Deckhand(Luca)],
            Contact = Charterer("Grace Osei", "0132"),
            Reference = "HD-2214",
            Notes = "Ashes in a biodegradable urn. The family brings white roses, no ribbons.",
        },
        new()
        {
            Day = -1,
            Type = "Harbor tour",
            Vessel = Kittiwake,
            Title = "Harbor tour",
            Guests = 6,
            Crew = [Captain(Ines), Deckhand(Jonah)],
            Reference = "HD-2216",
        },
        new()
        {
            Day = 0,
            Type = "Harbor tour",
            Vessel = Kittiwake,
            Title = "Harbor tour, Beltran family",
            Guests = 5,
            Crew = [Captain(Tobias), Deckhand(Mei)],
            Contact = Charterer("Rosa Beltran", "0133"),
            Reference = "HD-2219",
            Notes = "Two small children: have the infant life jackets out.",
        },
        new()
        {
            Day = 0,
            Type = "Sunset sail",
            Vessel = Meridian,
            Title = "Sunset sail",
            Guests = 24,
            Crew = [Captain(Ines), Mate(Priya), Deckhand(Jonah)],
            Contact = Charterer("Hannah Moreau", "0134"),
            Reference = "HD-2221",
            Notes =
                "A birthday: cake comes aboard with the guests, candles stay ashore. One guest walks with a cane, steady the boarding steps.",
            Party =
            [
                new("Hannah Moreau", Signed: 2900), new("Étienne Moreau", Signed: 2890),
                new("Ruth Abbott", Signed: 1630, Needs: "Walks with a cane"),
                new("Gil Navarro", Signed: 1490), new("Camille Moreau", Signed: 700),
                new("Noor Haddad", Needs: "Shellfish allergy"), new("Peter Voss"),
                new("Lila Navarro", Signed: 1480, HasAddress: false, By: ("Gil Navarro", "father", "2017-03-12")),
                new("Ada Voss", HasAddress: false, By: ("Peter Voss", "father", "2019-10-02")),
            ],
            Ticks =
            [
                new(74, Ines, ItemState.Complete, 0),
                new(66, Priya, ItemState.Complete, 2, 3),
                new(58, Jonah, ItemState.Complete, 10, 11),
                new(41, Priya, ItemState.Complete, 4),
                new(23, Ines, ItemState.Complete, 6),
                new(14, Jonah, ItemState.InProgress, 9),
                new(6, Priya, ItemState.InProgress, 1),
            ],
        },
        new()
        {
            Day = 1,
            Type = "Harbor tour",
            Vessel = Kittiwake,
            Title = "Harbor tour",
            Guests = 4,
            Crew = [Captain(Tobias)],
            Reference = "HD-2222",
        },
        new()
        {
            Day = 2,
            Type = "Private party",
            Vessel = Meridian,
            Title = "Sato retirement party",
            Guests = 41,
            Crew = [Captain(Tobias), Mate(Priya, confirmed: false), Deckhand(Luca), Deckhand(Jonah, confirmed: false)],
            Contact = Charterer("Kenji Sato", "0135"),
            Reference = "HD-2218",
            Notes = "Caterer loads from 11:30 at the fuel dock. Amplified music ends at the harbor entrance.",
        },
        new()
        {
            Day = 3,
            Type = "Memorial at sea",
            Vessel = Kittiwake,
            Title = "For Ellen Marsh",
            Guests = 4,
            Crew = [Captain(Ines, confirmed: false), Deckhand(Mei, confirmed: false)],
            Contact = Charterer("David Marsh", "0136"),
            Reference = "HD-2223",
        },
        new()
        {
            Day = 4,
            Type = "Sunset sail",
            Vessel = Meridian,
            Title = "Sunset sail",
            Guests = 12,
            Crew = [Captain(Tobias), Deckhand(Mei)],
            Reference = "HD-2220",
            CancelReason = "The party had to call off and keeps its deposit for another evening.",
        },
        new()
        {
            Day = 5,
            Type = "Sunset sail",
            Vessel = Meridian,
            Title = "Sunset sail",
            Guests = 18,
            Crew = [Captain(Ines, confirmed: false)],
            Reference = "HD-2224",
            IsDraft = true,
        },
        new()
        {
            Day = 8,
            Type = "Private party",
            Vessel = Meridian,
            Title = "Coronado Rowing Club",
            Guests = null,
            Crew = [Captain(Nora, confirmed: false)],
            Contact = Charterer("Owen Price", "0137"),
            IsDraft = true,
            Notes = "Waiting for their deposit before the crew hears of it.",
        },
    ];

    public static Operator Operator() =>
        new("Harbor Demo", Slug, "America/Los_Angeles", new("San Diego Bay", 32.7157, -117.1611));

    private static string Address(string name) => $"{name}@{Slug}.example";

    private static Contact Charterer(string name, string phone) =>
        new(name, $"{string.Join('@', name.ToLowerInvariant().Split(' '))}.example", $"+1 619 555 {phone}");

    private static DemoCrewMember Captain(string name, bool confirmed = true) => new(CrewRole.Captain, name, confirmed);

    private static DemoCrewMember Mate(string name, bool confirmed = true) => new(CrewRole.FirstMate, name, confirmed);

    private static DemoCrewMember Deckhand(string name, bool confirmed = true) =>
        new(CrewRole.Deckhand, name, confirmed);
}
