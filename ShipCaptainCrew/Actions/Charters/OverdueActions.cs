using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Acknowledges an overdue charter, which stops the emails about it: by a member, or by the link in an email and its
/// code.
/// </summary>
public sealed class OverdueActions(AppDbContext db, Change change)
{
    public Task<Outcome> Acknowledge(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, id) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.RunLifecycle, charter) is { } forbidden) return forbidden;
        if ((input.Refusal ?? charter.AcknowledgeOverdue(viewer.Name, actor)) is { } refusal) return refusal;
        return Outcome.Done(id);
    });

    public Task<Outcome> Acknowledge(SignedLink link, Input input) => change.Run(input, async actor =>
    {
        if (await db.Charters.FirstOrDefaultAsync(row => row.Id == link.SubjectId) is not { } charter)
            return Refusal.NotFound();
        if ((input.Refusal ?? charter.AcknowledgeOverdue(await NameOf(link), actor)) is { } refusal) return refusal;
        return Outcome.Done(charter.Id);
    });

    /// <summary>Name of the member the link was made for; else of the shore contact.</summary>
    private async Task<string> NameOf(SignedLink link)
    {
        if (link.PersonId is { } memberId)
            return await db.Members.Where(row => row.Id == memberId).Select(row => row.Name).FirstAsync();
        var contact = (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync())?.ShoreContact;
        return contact?.Name ?? contact?.Email ?? "Shore contact";
    }
}
