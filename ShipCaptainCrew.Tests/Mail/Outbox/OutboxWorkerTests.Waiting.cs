using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>Helpers that write emails and wait until the worker has handled them.</summary>
public sealed partial class OutboxWorkerTests
{
    private async Task<Guid> Write(string kind = TestEmail.Kind) => (await Write(app, cast, kind, cast.Sam))[0];

    private Task<Guid[]> Write(params TestUser[] to) => Write(app, cast, to);

    private static Task<Guid[]> Write(AppFixture app, Cast cast, params TestUser[] to) =>
        Write(app, cast, TestEmail.Kind, to);

    private static Task<Guid[]> Write(AppFixture app, Cast cast, string kind, params TestUser[] to) =>
        app.Change(cast.OperatorId, (db, actor) =>
    {
        var emails = to
            .Select(user => new OutboxEmail(kind, $"{Guid.CreateVersion7()}", actor.At)
            {
                OperatorId = cast.OperatorId,
                MemberId = user.MemberId,
            })
            .ToArray();
        db.AddRange(emails.Cast<object>());
        return Task.FromResult(emails.Select(email => email.Id).ToArray());
    });

    private Task<OutboxEmail> Until(Guid id, Func<OutboxEmail, bool> holds) => Until(app, id, holds);

    private static Task<OutboxEmail> Until(AppFixture app, Guid id, Func<OutboxEmail, bool> holds) =>
        Until(app, id, holds, () => Task.Delay(Waiting.Pause));

    private static async Task<OutboxEmail> Until(
        AppFixture app, Guid id, Func<OutboxEmail, bool> holds, Func<Task> wait)
    {
        OutboxEmail? email = null;
        await Waiting.Until(async () => holds(email = await Find(app, id)), wait);
        return email!;
    }

    /// <summary>Advances the clock, by 6 minutes at most, until the condition holds.</summary>
    private Task<OutboxEmail> UntilAdvancing(Guid id, Func<OutboxEmail, bool> holds) => UntilAdvancing(app, id, holds);

    private static Task<OutboxEmail> UntilAdvancing(AppFixture app, Guid id, Func<OutboxEmail, bool> holds)
    {
        var until = app.Clock.GetUtcNow() + TimeSpan.FromMinutes(6);
        return Until(app, id, holds, () =>
        {
            if (app.Clock.GetUtcNow() < until) app.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.Delay(5);
        });
    }

    private static Task<OutboxEmail> Find(AppFixture app, Guid id) =>
        app.In(
            services => services.GetRequiredService<AppDbContext>().Outbox.IgnoreQueryFilters()
                .SingleAsync(email => email.Id == id));
}
