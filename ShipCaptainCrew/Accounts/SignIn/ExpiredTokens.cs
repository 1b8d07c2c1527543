using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// Makes a token that was found expired invalid for good, so that it does not work again after the server's clock goes
/// back. Storage failures are ignored, because the token is refused in any case.
/// </summary>
public sealed class ExpiredTokens(AppDbContext db, WriteGate gate)
{
    /// <param name="update">Updates the row of the token.</param>
    public async Task Invalidate(Func<Task> update, CancellationToken cancel)
    {
        try
        {
            if (db.Database.CurrentTransaction is not null)
            {
                await update();
                return;
            }

            using var writing = await gate.Enter(cancel);
            await update();
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
        }
    }
}
