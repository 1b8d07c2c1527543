using System.Collections.Concurrent;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The links of letters that are still under way. A letter tried again carries the same link, since the first try may
/// have arrived after all; it is kept in memory and nowhere else.
/// </summary>
public sealed class PendingLinks
{
    private readonly ConcurrentDictionary<Guid, Issued> links = [];

    public Issued? For(Guid emailId) => links.GetValueOrDefault(emailId);

    public Issued Keep(Guid emailId, Issued link) => links[emailId] = link;

    public void Forget(Guid emailId) => links.TryRemove(emailId, out _);
}
