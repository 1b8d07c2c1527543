using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Mail;

/// <summary>The link by which a member says "I'll be there" or "I can't" from a letter, without signing in. It is good until the charter departs.</summary>
public sealed class PresenceLinks(SignedLinks links, LinksInHand hand, Letterhead head)
{
    public async Task<string> For(Letter letter, Charter charter, Guid memberId, CancellationToken cancel)
    {
        var link = hand.For(letter.Id) ?? hand.Keep(letter.Id, new(await Issue(charter, memberId, cancel)));
        return head.Link(OpenPages.Answer(link.Token));
    }

    private Task<string> Issue(Charter charter, Guid memberId, CancellationToken cancel) =>
        links.Issue(LinkKind.Presence, charter.OperatorId, charter.Id, memberId, charter.Departure ?? charter.SortAt.AddDays(1), cancel);
}
