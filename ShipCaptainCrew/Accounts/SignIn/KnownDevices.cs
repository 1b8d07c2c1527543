using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>Remembers and finds the browsers on which people have signed in.</summary>
public sealed class KnownDevices(AppDbContext db, Change change)
{
    /// <summary>
    /// A device is forgotten when nobody has signed in on it for this long. Browsers keep no cookie longer.
    /// </summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(400);

    /// <summary>The most devices of one person, which bounds the emails that one mailbox can get.</summary>
    private const int MaxPerPerson = 10;

    /// <summary>The device of a token, if this person has signed in on it. Takes as long if nobody has.</summary>
    public Task<Guid?> Find(string? token, Guid? personId, CancellationToken cancel)
    {
        var (hash, person) = (MagicLink.Hash(token ?? ""), personId ?? Guid.Empty);
        return db.Set<KnownDevice>().Where(device => device.PersonId == person && device.TokenHash == hash)
            .Select(device => (Guid?)device.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Remembers that the person signed in on a device, in place of the one not used for longest.</summary>
    /// <param name="token">The token that the browser sent; it is kept if it is one of a known device.</param>
    /// <returns>The token for the browser.</returns>
    public Task<string> Remember(string? token, Guid personId, CancellationToken cancel) => change.Run(async actor =>
    {
        var hash = MagicLink.Hash(token ?? "");
        if (token is null || !await db.Set<KnownDevice>().AnyAsync(device => device.TokenHash == hash, cancel))
        {
            token = RandomTokens.Token();
            hash = MagicLink.Hash(token);
        }

        var devices = await db.Set<KnownDevice>().Where(device => device.PersonId == personId)
            .OrderByDescending(device => device.SeenAt).ToListAsync(cancel);
        if (devices.Find(device => device.TokenHash == hash) is { } known) known.Seen(actor.At);
        else
        {
            db.RemoveRange(devices.Skip(MaxPerPerson - 1));
            db.Add(new KnownDevice(personId, hash, actor.At));
        }

        return token;
    }, cancel);
}
