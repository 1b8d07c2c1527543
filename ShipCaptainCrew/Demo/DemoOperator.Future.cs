namespace ShipCaptainCrew.Demo;

/// <summary>Bookings after the next sail.</summary>
internal static partial class DemoOperator
{
    private static IEnumerable<DemoBooking> FutureBookings =>
    [
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
}
