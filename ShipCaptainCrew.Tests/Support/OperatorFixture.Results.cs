using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Tests.Support;

public sealed partial class OperatorFixture
{
    public Task<List<OutboxEmail>> Letters(string kind) =>
        harness.In(OperatorId,
            db => db.Outbox.AsNoTracking().Where(email => email.Kind == kind).OrderBy(email => email.CreatedAt)
                .ToListAsync());

    public Task<List<NotificationClaim>> Nudges() =>
        harness.In(OperatorId, db => db.NotificationClaims.AsNoTracking().OrderBy(claim => claim.At).ToListAsync());

    public Task<List<JobRun>> Runs(string job) => harness.In(OperatorId, db => db.Set<JobRun>().AsNoTracking()
        .Where(run => (run.OperatorId == OperatorId || run.OperatorId == Guid.Empty) && run.Job == job)
        .OrderBy(run => run.Occurrence).ToListAsync());

    /// <summary>The email as it would be sent now; null if it would not be.</summary>
    public Task<EmailContent?> View(OutboxEmail email) =>
        harness.With(OperatorId,
            services => services.GetRequiredKeyedService<IEmailComposer>(email.Kind)
                .Compose(email, CancellationToken.None));
}
