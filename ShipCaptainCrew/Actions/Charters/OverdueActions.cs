using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Taking an overdue charter in hand, which ends the letters about it: by a member, or by the shore contact with the
/// link from the letter.
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

    /// <summary>The member the link was made for, else the shore contact as they are called.</summary>
    private async Task<string> NameOf(SignedLink link)
    {
        if (link.PersonId is { } memberId)
            return await db.Members.Where(row => row.Id == memberId).Select(row => row.Name).FirstAsync();
        var contact = (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync())?.ShoreContact;
        return contact?.Name ?? contact?.Email ?? "Shore contact";
    }
}
