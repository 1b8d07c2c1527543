using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Filters of a guest list that was loaded at 17:00.</summary>
internal static class GuestFilters
{
    public static readonly GuestFilter None = new(GuestsShown.All, null, UtcCharter.At(17, 0));
}
