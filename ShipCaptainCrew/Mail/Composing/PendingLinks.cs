using System.Collections.Concurrent;
using ShipCaptainCrew.Accounts.SignIn;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The links in emails that have not been delivered yet. A retried email contains the same link, because the first
/// attempt may have arrived. The links are held only in memory.
/// </summary>
public sealed class PendingLinks
{
    private readonly ConcurrentDictionary<Guid, Issued> links = [];

    public Issued? For(Guid emailId) => links.GetValueOrDefault(emailId);

    public Issued Keep(Guid emailId, Issued link) => links[emailId] = link;

    public void Forget(Guid emailId) => links.TryRemove(emailId, out _);
}
