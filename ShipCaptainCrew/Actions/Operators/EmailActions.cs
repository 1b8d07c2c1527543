using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>Sends an email again, or sends a test email to the viewer.</summary>
public sealed class EmailActions(AppDbContext db, Change change)
{
    public Task<Outcome> Resend(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await db.Outbox.FirstOrDefaultAsync(row => row.Id == id) is not { } email) return Refusal.NotFound();
        if (viewer.MayNot(Right.SeeEmails) is { } refusal) return refusal;
        if ((input.Refusal ?? email.Resend(actor.At)) is { } invalid) return invalid;
        return Outcome.Done(id);
    });

    public Task<Outcome> Test(Viewer viewer, Input input) => change.Run(input, async actor =>
    {
        if (viewer.MayNot(Right.SeeEmails) is { } refusal) return refusal;
        if (input.Refusal is { } invalid) return invalid;
        var email = new OutboxEmail(TestEmail.Kind, $"{TestEmail.Kind}|{Guid.CreateVersion7()}", actor.At)
        {
            OperatorId = viewer.OperatorId,
            MemberId = viewer.MemberId,
        };
        await db.AddAsync(email);
        return Outcome.New(email.Id);
    });
}
