using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// Records that a person was, or need not be, notified about something: one for each rule, person and occasion, written
/// in the transaction of the email. Its key is unique, so that the email is not created twice, even by two schedulers
/// or after the clock was set back.
/// </summary>
public sealed class NotificationClaim : IOwned
{
    private NotificationClaim()
    {
    }

    /// <param name="key">Names rule, person and occasion.</param>
    public NotificationClaim(
        Guid operatorId, string key, string rule, Guid? memberId, Guid? charterId, DateTimeOffset at) =>
        (OperatorId, Key, Rule, MemberId, CharterId, At) = (operatorId, key, rule, memberId, charterId, at);

    public Guid OperatorId { get; private set; }
    public string Key { get; private set; } = "";
    public string Rule { get; private set; } = "";
    public Guid? MemberId { get; private set; }
    public Guid? CharterId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class NotificationClaimConfiguration : IEntityTypeConfiguration<NotificationClaim>
{
    public void Configure(EntityTypeBuilder<NotificationClaim> builder)
    {
        builder.ToTable("nudges");
        builder.HasKey(claim => new { claim.OperatorId, claim.Key });
        builder.HasIndex(claim => new { claim.OperatorId, claim.CharterId, claim.MemberId, claim.At });
        builder.HasIndex(claim => claim.At);
    }
}
