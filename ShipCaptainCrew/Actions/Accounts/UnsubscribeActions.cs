using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Actions.Accounts;

/// <summary>
/// Turns one kind of optional email off and on, by the link in such an email. The link acts for one mailbox at one
/// operator, and a member's link only while that is still their address.
/// </summary>
public sealed class UnsubscribeActions(AppDbContext db, SignedLinks links, Change change)
{
    /// <returns>Null if the link is not valid. Changes nothing.</returns>
    public async Task<UnsubscribeView?> Open(string token, CancellationToken cancel)
    {
        if (await links.Find(token, cancel) is not { } link) return null;
        var preference = UnsubscribeView.PreferenceOf(link.Kind);
        if (preference is null && link.Kind != LinkKind.StopWaiverReminders) return null;
        db.UseOperator(link.OperatorId, preference is null ? null : link.PersonId);
        var member = preference is null ? null : await MemberOf(link, cancel);
        if (preference is not null && member is null) return null;
        var isOff = preference is { } email ? !member!.Wants(email) : await Stops(link).AnyAsync(cancel);
        return new(link, await db.Operators.AsNoTracking().FirstAsync(row => row.Id == link.OperatorId, cancel), isOff);
    }

    public Task<Outcome> Stop(UnsubscribeView view, Input input) => change.Run(input, async actor =>
    {
        if (input.Text(StopLinks.Field) != StopLinks.OneClick)
            input.Error(StopLinks.Field, "Press the button to stop these emails.");
        if (input.Refusal is { } invalid) return invalid;
        var link = view.Link;
        if (view.Preference is { } preference)
        {
            if (await MemberOf(link) is not { } member) return Refusal.NotFound();
            member.StopByLink(preference);
        }
        else if (!await Stops(link).AnyAsync()) db.Add(await NewStop(link, actor));
        return Outcome.Done(link.PersonId!.Value);
    });

    public Task<Outcome> Resume(UnsubscribeView view) => change.Run<Outcome>(async _ =>
    {
        var link = view.Link;
        if (view.Preference is { } preference)
        {
            if (await MemberOf(link) is not { } member) return Refusal.NotFound();
            member.ResumeByLink(preference);
        }
        else if (await Stops(link).FirstOrDefaultAsync() is { } stop)
        {
            stop.End(link.PersonId!.Value, await CharterOf(link));
            db.Remove(stop);
        }

        return Outcome.Done(link.PersonId!.Value);
    });

    private async Task<ReminderStop> NewStop(SignedLink link, Actor actor) =>
        new(link.OperatorId, link.SubjectId, link.PersonId!.Value, await CharterOf(link), actor.At);

    /// <summary>The member to whom the email was sent, while they have the same address.</summary>
    private async Task<Member?> MemberOf(SignedLink link, CancellationToken cancel = default) =>
        await db.Members.FirstOrDefaultAsync(row => row.Id == link.PersonId && row.ArchivedAt == null, cancel)
            is { } member && MailboxId.Of(member.Email) == link.SubjectId ? member : null;

    private IQueryable<ReminderStop> Stops(SignedLink link) =>
        db.ReminderStops.Where(stop => stop.Mailbox == link.SubjectId);

    private Task<Guid?> CharterOf(SignedLink link) =>
        db.Guests.Where(guest => guest.Id == link.PersonId).Select(guest => (Guid?)guest.CharterId)
            .FirstOrDefaultAsync();
}
