using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>The bookings of the demo operator.</summary>
internal static partial class DemoOperator
{
    public static readonly IReadOnlyList<DemoBooking> Bookings =
        [.. PastBookings, .. TodaysBookings, .. FutureBookings];

    private static Contact Charterer(string name, string phone) =>
        new(name, $"{string.Join('@', name.ToLowerInvariant().Split(' '))}.example", $"+1 619 555 {phone}");

    private static DemoCrewMember Captain(string name, bool confirmed = true) => new(CrewRole.Captain, name, confirmed);

    private static DemoCrewMember Mate(string name, bool confirmed = true) => new(CrewRole.FirstMate, name, confirmed);

    private static DemoCrewMember Deckhand(string name, bool confirmed = true) =>
        new(CrewRole.Deckhand, name, confirmed);
}
