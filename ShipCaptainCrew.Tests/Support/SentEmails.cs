using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>The emails that the app sent, once none are due any more.</summary>
public static class SentEmails
{
    /// <summary>"To: Subject" of each email after the first so many, once none are due any more.</summary>
    public static async Task<string[]> Letters(this AppFixture app, int since = 0)
    {
        await app.Rest();
        return [
            .. app.Post.Deliveries.Skip(since)
                .Select(delivery => $"{string.Join(',', delivery.To.Select(Name))}: {delivery.Message.Subject}")
                .Order()];
    }

    /// <summary>How many emails were sent, once none are due any more.</summary>
    public static async Task<int> Count(this AppFixture app) => (await app.Letters()).Length;

    /// <summary>Waits until no email is due any more.</summary>
    public static async Task Rest(this AppFixture app)
    {
        await Waiting.Until(
            async () => !await app.In(services => IsAnyDue(services.GetRequiredService<AppDbContext>())));

        Task<bool> IsAnyDue(AppDbContext db) => db.Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter])
            .AnyAsync(email => email.State == EmailState.Waiting && email.NotBefore <= app.Clock.GetUtcNow());
    }

    /// <summary>The operator's emails in the outbox, oldest first.</summary>
    public static Task<List<OutboxEmail>> Outbox(this Cast cast) => cast.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(cast.OperatorId);
        return db.Outbox.AsNoTracking().OrderBy(email => email.Id).ToListAsync();
    });

    private static string Name(string address) => address.Split('@')[0];
}
