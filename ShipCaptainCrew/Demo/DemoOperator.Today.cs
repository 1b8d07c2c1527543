using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Demo;

/// <summary>Bookings of today, with the next sail.</summary>
internal static partial class DemoOperator
{
    private static IEnumerable<DemoBooking> TodaysBookings =>
    [
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
                "A birthday: cake comes aboard with the guests, candles stay ashore. "
                + "One guest walks with a cane, steady the boarding steps.",
            Party =
            [
                new("Hannah Moreau", Signed: 2900),
                new("Étienne Moreau", Signed: 2890),
                new("Ruth Abbott", Signed: 1630, Needs: "Walks with a cane"),
                new("Gil Navarro", Signed: 1490),
                new("Camille Moreau", Signed: 700),
                new("Noor Haddad", Needs: "Shellfish allergy"),
                new("Peter Voss"),
                new(
                    "Lila Navarro",
                    Signed: 1480,
                    HasAddress: false,
                    Guardian: new("Gil Navarro", "father", "2017-03-12")),
                new("Ada Voss", HasAddress: false, Guardian: new("Peter Voss", "father", "2019-10-02")),
            ],
            Marks =
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
    ];
}
