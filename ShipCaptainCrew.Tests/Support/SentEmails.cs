using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>What the postman brought, once they have been.</summary>
public static class SentEmails
{
    /// <summary>"To: Subject" of each letter that went out since so many had, once nothing is due any more.</summary>
    public static async Task<string[]> Letters(this AppFixture app, int since = 0)
    {
        await app.Rest();
        return [
            .. app.Post.Deliveries.Skip(since)
                .Select(delivery => $"{string.Join(',', delivery.To.Select(Name))}: {delivery.Message.Subject}")
                .Order()];
    }

    /// <summary>How many went out by now, once nothing is due any more.</summary>
    public static async Task<int> Count(this AppFixture app) => (await app.Letters()).Length;

    /// <summary>Waits until nothing is due any more.</summary>
    public static async Task Rest(this AppFixture app, int withinSeconds = 15)
    {
        for (var tries = withinSeconds * 50; tries > 0; tries--)
        {
            if (!await app.In(
                services =>
                    services.GetRequiredService<AppDbContext>().Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter])
                .AnyAsync(email => email.State == EmailState.Waiting && email.NotBefore <= app.Clock.GetUtcNow())))
                    return;
            await Task.Delay(20);
        }

        throw new TimeoutException("Letters are still due.");
    }

    /// <summary>The operator's outbox.</summary>
    public static Task<List<OutboxEmail>> Outbox(this Cast cast) => cast.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(cast.OperatorId);
        return db.Outbox.AsNoTracking().OrderBy(email => email.Id).ToListAsync();
    });

    private static string Name(string address) => address.Split('@')[0];
}
