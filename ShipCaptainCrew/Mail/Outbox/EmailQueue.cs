using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>Takes the emails that are due out of the outbox, one at a time.</summary>
public sealed class EmailQueue(AppDbContext db, WriteGate gate, TimeProvider clock, ILogger<EmailQueue> log)
{
    /// <summary>
    /// The next email to send; null if none is due. Its row is written first, without a change, so that no email is
    /// sent while its result could not be saved. A row that cannot be read is parked, and the next one is taken.
    /// </summary>
    /// <exception cref="Exception">The disk or the database failed.</exception>
    public async Task<OutboxEmail?> TakeNext()
    {
        while (await db.NextEmail(clock.GetUtcNow(), MandatoryEmails.Kinds) is { } row)
        {
            if (await IsStillWaiting(row) && await Read(row) is { } email) return email;
        }

        return null;
    }

    public Task<OutboxEmail?> Find(Guid id) => db.Outbox.FirstOrDefaultAsync(row => row.Id == id);

    private async Task<bool> IsStillWaiting(long row)
    {
        using var entered = await gate.Enter(CancellationToken.None);
        entered.RaiseNothing();
        return await db.TouchEmail(row);
    }

    private async Task<OutboxEmail?> Read(long row)
    {
        try
        {
            return await db.ReadEmail(row);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is null)
        {
            await Park(row, failure.GetType().Name);
            return null;
        }
    }

    private async Task Park(long row, string reason)
    {
        using (await gate.Enter(CancellationToken.None)) await db.ParkEmail(row, reason, clock.GetUtcNow());
        log.LogError("Row {Row} of the outbox cannot be read and was parked: {Reason}", row, reason);
    }
}
