using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>
/// The mark that somebody was, or need not be, mailed about something: one for each rule, person and matter, written in the transaction of the
/// letter. Its key is unique, so that no two schedulers and no clock set back can write the letter twice.
/// </summary>
public sealed class Nudge : IOwned
{
    private Nudge()
    {
    }

    /// <param name="key">Names rule, person and matter.</param>
    public Nudge(Guid operatorId, string key, string rule, Guid? memberId, Guid? charterId, DateTimeOffset at) =>
        (OperatorId, Key, Rule, MemberId, CharterId, At) = (operatorId, key, rule, memberId, charterId, at);

    public Guid OperatorId { get; private set; }
    public string Key { get; private set; } = "";
    public string Rule { get; private set; } = "";
    public Guid? MemberId { get; private set; }
    public Guid? CharterId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

internal sealed class NudgeConfiguration : IEntityTypeConfiguration<Nudge>
{
    public void Configure(EntityTypeBuilder<Nudge> builder)
    {
        builder.ToTable("nudges");
        builder.HasKey(nudge => new { nudge.OperatorId, nudge.Key });
        builder.HasIndex(nudge => new { nudge.OperatorId, nudge.CharterId, nudge.MemberId, nudge.At });
        builder.HasIndex(nudge => nudge.At);
    }
}
