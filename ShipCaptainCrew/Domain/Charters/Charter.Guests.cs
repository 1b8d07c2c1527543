using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The guests of a charter who were added by a link and wait to be placed.</summary>
public sealed partial class Charter
{
    /// <summary>Records that all of them were removed. The caller removes them.</summary>
    public void RemoveWaiting(IReadOnlyCollection<Guest> waiting)
    {
        if (waiting.Count > 0) Raise(new WaitingGuestsRemoved(Id, [.. waiting.Select(guest => guest.Id)]));
    }
}
