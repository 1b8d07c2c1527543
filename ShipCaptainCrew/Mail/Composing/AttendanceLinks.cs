using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The link in an email by which a member answers "I'll be there" or "I can't" without signing in. It is valid until
/// the charter departs.
/// </summary>
public sealed class AttendanceLinks(SignedLinks links, PendingLinks pendingLinks, Sender sender)
{
    public async Task<string> For(OutboxEmail email, Charter charter, Guid memberId, CancellationToken cancel)
    {
        var link = pendingLinks.For(email.Id)
            ?? pendingLinks.Keep(email.Id, new(await Issue(charter, memberId, cancel)));
        return sender.Link(OpenPages.Answer(link.Token));
    }

    private Task<string> Issue(Charter charter, Guid memberId, CancellationToken cancel) =>
        links.Issue(LinkKind.Presence, charter.OperatorId, charter.Id, memberId,
            charter.Departure ?? charter.SortAt.AddDays(1), cancel);
}
