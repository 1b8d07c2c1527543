using System.Collections.Concurrent;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Mail;

/// <summary>
/// The links of letters that are still under way. A letter tried again carries the same link, since the first try may have arrived
/// after all; it is kept in memory and nowhere else.
/// </summary>
public sealed class LinksInHand
{
    private readonly ConcurrentDictionary<Guid, Issued> hand = [];

    public Issued? For(Guid letterId) => hand.GetValueOrDefault(letterId);

    public Issued Keep(Guid letterId, Issued link) => hand[letterId] = link;

    public void Forget(Guid letterId) => hand.TryRemove(letterId, out _);
}
