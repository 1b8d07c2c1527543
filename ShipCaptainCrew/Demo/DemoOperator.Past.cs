namespace ShipCaptainCrew.Demo;

/// <summary>Bookings before today.</summary>
internal static partial class DemoOperator
{
    private static IEnumerable<DemoBooking> PastBookings =>
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
                "Small craft advisory, gusts to 30 knots all afternoon. "
                + "The party moves to the yacht club; we owe them a sail.",
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
    ];
}
