using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>One sign-in on one device, looked up on every request: ending it here ends it there, at once.</summary>
public sealed class Session
{
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);
    public static readonly TimeSpan InAll = TimeSpan.FromDays(90);
    public static readonly TimeSpan OnSharedPhone = TimeSpan.FromHours(12);

    /// <summary>How recent a sign-in must be for what would hurt most in the wrong hands.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>The longest a program may come in by one token.</summary>
    public static readonly TimeSpan OfAProgram = TimeSpan.FromDays(366);

    /// <summary>How exactly "last seen" is kept; finer would mean a write for every page read.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private Session()
    {
    }

    public Session(Guid personId, Guid? operatorId, string device, bool isShared, DateTimeOffset at)
    {
        (PersonId, OperatorId, Device, CreatedAt, LastSeenAt) = (personId, operatorId, device, at, at);
        EndsAt = at + (isShared ? OnSharedPhone : InAll);
    }

    /// <summary>A program's own way in, made by an owner: at most a dispatcher, at most a year, never idle.</summary>
    public static Session ForProgram(
        Guid personId, Guid operatorId, string name, MemberRole cap, DateTimeOffset endsAt, DateTimeOffset at) =>
        new(personId, operatorId, name, isShared: false, at) { Program = name, Cap = cap, EndsAt = endsAt };

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }

    /// <summary>The operator used last, which programs and the start page take up again.</summary>
    public Guid? OperatorId { get; private set; }

    public string Device { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>What a program is called; null where a person signed in.</summary>
    public string? Program { get; private set; }

    /// <summary>The most a program may be, whoever made it; null for a person.</summary>
    public MemberRole? Cap { get; private set; }

    /// <summary>Whether it was come in by since it was made.</summary>
    public bool WasUsed => Program is null || LastSeenAt > CreatedAt;

    public bool IsShared => Program is null && EndsAt - CreatedAt < InAll;

    public bool IsLive(DateTimeOffset now) =>
        RevokedAt is null && now < EndsAt && (Program is not null || now - LastSeenAt < Idle);

    public void Seen(Guid? operatorId, DateTimeOffset at) => (OperatorId, LastSeenAt) = (operatorId ?? OperatorId, at);

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => session.PersonId);
    }
}
