using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// The mark that somebody was, or need not be, mailed about something: one for each rule, person and matter, written in
/// the transaction of the letter. Its key is unique, so that no two schedulers and no clock set back can write the
/// letter twice.
/// </summary>
public sealed class NotificationClaim : IOwned
{
    private NotificationClaim()
    {
    }

    /// <param name="key">Names rule, person and matter.</param>
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
