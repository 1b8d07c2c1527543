using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The link in an email by which a member answers "I'll be there" or "I can't", and the code with which they need not
/// sign in. Both are valid until the charter departs.
/// </summary>
public sealed class AttendanceLinks(
    SignedLinks links, PendingLinks pendingLinks, Sender sender, IStringLocalizer<Text> l)
{
    public async Task<EmailAction> For(OutboxEmail email, Charter charter, Guid memberId, CancellationToken cancel)
    {
        var link = pendingLinks.For(email.Id)
            ?? pendingLinks.Keep(email.Id, await Issue(charter, memberId, cancel));
        return new(l["Can you make it?"], sender.Link(OpenPages.Answer(link.Token)))
        {
            Note = l["Your code for that page is {0}. You need it if you are not signed in.", link.Code],
        };
    }

    private Task<Issued> Issue(Charter charter, Guid memberId, CancellationToken cancel) =>
        links.IssueWithCode(LinkKind.Presence, charter.OperatorId, charter.Id, memberId,
            charter.Departure ?? charter.SortAt.AddDays(1), cancel);
}
