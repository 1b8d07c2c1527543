using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Demo;

/// <summary>The made-up charter business that shows what the program does: its people, boats and bookings. How they came about is <see cref="Seed"/>'s to tell.</summary>
internal static class DemoOperator
{
    public const string Slug = "harbor-demo";
    public const string MeetingPoint = "Harbor Island, gate 3, dock E";

    private const string Meridian = "Meridian", Kittiwake = "Kittiwake";
    private const string Nora = "Nora Whitfield", Marisol = "Marisol Reyes", Ines = "Ines Calloway", Tobias = "Tobias Lund";
    private const string Priya = "Priya Raman", Jonah = "Jonah Beck", Mei = "Mei Tanaka", Luca = "Luca Ferrante";

    /// <summary>Who takes the bookings.</summary>
    public const string Office = Marisol;

    /// <summary>Whom a visitor may be: one of each kind.</summary>
    public static readonly IReadOnlyList<string> Visitors = [Nora, Marisol, Ines, Jonah];

    /// <summary>The owner first.</summary>
    public static readonly IReadOnlyList<MemberDetails> Cast =
    [
        new(Nora, Address("nora"), "+1 619 555 0110", MemberRole.Owner, [CrewRole.Captain]),
        new(Marisol, Address("marisol"), "+1 619 555 0111", MemberRole.Dispatcher, []),
        new(Ines, Address("ines"), "+1 619 555 0112", MemberRole.Crew, [CrewRole.Captain, CrewRole.FirstMate]),
        new(Tobias, Address("tobias"), "+1 619 555 0113", MemberRole.Crew, [CrewRole.Captain, CrewRole.FirstMate]),
        new(Priya, Address("priya"), "+1 619 555 0114", MemberRole.Crew, [CrewRole.FirstMate, CrewRole.Deckhand]),
        new(Jonah, Address("jonah"), "+1 619 555 0115", MemberRole.Crew, [CrewRole.Deckhand]),
        new(Mei, Address("mei"), "+1 619 555 0116", MemberRole.Crew, [CrewRole.Deckhand]),
        new(Luca, Address("luca"), "+1 619 555 0117", MemberRole.Crew, [CrewRole.Deckhand]),
    ];

    public static readonly IReadOnlyList<VesselDetails> Fleet =
    [
        new(Meridian, PassengerCapacity: 49, MaxPersons: 54, MinimumCrew: 3, TurnaroundMinutes: 60),
        new(Kittiwake, PassengerCapacity: 6, Inspected: false, MaxPersons: 8, MinimumCrew: 1),
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

    public static readonly IReadOnlyList<Booking> Bookings =
    [
        new(-6, "Sunset sail", Meridian, "Sunset sail", 22, Captain(Tobias), Mate(Priya), Deckhand(Mei), Deckhand(Luca))
        {
            Reference = "HD-2207",
        },
        new(-4, "Private party", Meridian, "Lindqvist engagement", 38, Captain(Ines), Mate(Priya), Deckhand(Jonah), Deckhand(Mei))
        {
            Contact = Charterer("Astrid Lindqvist", "0131"), Reference = "HD-2211",
            CancelReason = "Small craft advisory, gusts to 30 knots all afternoon. The party moves to the yacht club; we owe them a sail.",
        },
        new(-2, "Memorial at sea", Kittiwake, "For Walter Osei", 5, Captain(Tobias), Deckhand(Luca))
        {
            Contact = Charterer("Grace Osei", "0132"), Reference = "HD-2214", Notes = "Ashes in a biodegradable urn. The family brings white roses, no ribbons.",
        },
        new(-1, "Harbor tour", Kittiwake, "Harbor tour", 6, Captain(Ines), Deckhand(Jonah))
        {
            Reference = "HD-2216",
        },
        new(0, "Harbor tour", Kittiwake, "Harbor tour, Beltran family", 5, Captain(Tobias), Deckhand(Mei))
        {
            Contact = Charterer("Rosa Beltran", "0133"), Reference = "HD-2219", Notes = "Two small children: have the infant life jackets out.",
        },
        new(0, "Sunset sail", Meridian, "Sunset sail", 24, Captain(Ines), Mate(Priya), Deckhand(Jonah))
        {
            Contact = Charterer("Hannah Moreau", "0134"), Reference = "HD-2221",
            Notes = "A birthday: cake comes aboard with the guests, candles stay ashore. One guest walks with a cane, steady the boarding steps.",
            Party =
            [
                new("Hannah Moreau", Signed: 2900), new("Étienne Moreau", Signed: 2890), new("Ruth Abbott", Signed: 1630, Needs: "Walks with a cane"),
                new("Gil Navarro", Signed: 1490), new("Camille Moreau", Signed: 700), new("Noor Haddad", Needs: "Shellfish allergy"), new("Peter Voss"),
                new("Lila Navarro", Signed: 1480, HasAddress: false, By: ("Gil Navarro", "father", "2017-03-12")), new("Ada Voss", HasAddress: false, By: ("Peter Voss", "father", "2019-10-02")),
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
        new(1, "Harbor tour", Kittiwake, "Harbor tour", 4, Captain(Tobias))
        {
            Reference = "HD-2222",
        },
        new(2, "Private party", Meridian, "Sato retirement party", 41, Captain(Tobias), Mate(Priya, confirmed: false), Deckhand(Luca), Deckhand(Jonah, confirmed: false))
        {
            Contact = Charterer("Kenji Sato", "0135"), Reference = "HD-2218", Notes = "Caterer loads from 11:30 at the fuel dock. Amplified music ends at the harbor entrance.",
        },
        new(3, "Memorial at sea", Kittiwake, "For Ellen Marsh", 4, Captain(Ines, confirmed: false), Deckhand(Mei, confirmed: false))
        {
            Contact = Charterer("David Marsh", "0136"), Reference = "HD-2223",
        },
        new(4, "Sunset sail", Meridian, "Sunset sail", 12, Captain(Tobias), Deckhand(Mei))
        {
            Reference = "HD-2220", CancelReason = "The party had to call off and keeps its deposit for another evening.",
        },
        new(5, "Sunset sail", Meridian, "Sunset sail", 18, Captain(Ines, confirmed: false))
        {
            Reference = "HD-2224", IsDraft = true,
        },
        new(8, "Private party", Meridian, "Coronado Rowing Club", null, Captain(Nora, confirmed: false))
        {
            Contact = Charterer("Owen Price", "0137"), IsDraft = true, Notes = "Waiting for their deposit before the crew hears of it.",
        },
    ];

    public static Operator House() => new("Harbor Demo", Slug, "America/Los_Angeles", new("San Diego Bay", 32.7157, -117.1611));

    private static string Address(string name) => $"{name}@{Slug}.example";

    private static Contact Charterer(string name, string phone) =>
        new(name, $"{string.Join('@', name.ToLowerInvariant().Split(' '))}.example", $"+1 619 555 {phone}");

    private static Crewing Captain(string name, bool confirmed = true) => new(CrewRole.Captain, name, confirmed);

    private static Crewing Mate(string name, bool confirmed = true) => new(CrewRole.FirstMate, name, confirmed);

    private static Crewing Deckhand(string name, bool confirmed = true) => new(CrewRole.Deckhand, name, confirmed);
}
