using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>What the postman brought, once they have been.</summary>
public static class Mailbag
{
    /// <summary>"To: Subject" of each letter that went out since so many had, once nothing is due any more.</summary>
    public static async Task<string[]> Letters(this Ship ship, int since = 0)
    {
        await ship.Rest();
        return [.. ship.Post.Deliveries.Skip(since).Select(letter => $"{string.Join(',', letter.To.Select(Name))}: {letter.Message.Subject}").Order()];
    }

    /// <summary>How many went out by now, once nothing is due any more.</summary>
    public static async Task<int> Count(this Ship ship) => (await ship.Letters()).Length;

    /// <summary>Waits until nothing is due any more.</summary>
    public static async Task Rest(this Ship ship, int withinSeconds = 15)
    {
        for (var tries = withinSeconds * 50; tries > 0; tries--)
        {
            if (!await ship.In(services => services.GetRequiredService<ShipDb>().Letters.IgnoreQueryFilters([ShipDb.OperatorFence])
                .AnyAsync(letter => letter.State == LetterState.Waiting && letter.NotBefore <= ship.Clock.GetUtcNow()))) return;
            await Task.Delay(20);
        }

        throw new TimeoutException("Letters are still due.");
    }

    /// <summary>The operator's outbox.</summary>
    public static Task<List<Letter>> Outbox(this Cast cast) => cast.Ship.In(services =>
    {
        var db = services.GetRequiredService<ShipDb>();
        db.Enter(cast.OperatorId);
        return db.Letters.AsNoTracking().OrderBy(letter => letter.Id).ToListAsync();
    });

    private static string Name(string address) => address.Split('@')[0];
}
