using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>One sign-in on one device. It is read on every request, so revoking it takes effect immediately.</summary>
public sealed class Session
{
    /// <summary>A session ends when it was not used for this long.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(90);
    public static readonly TimeSpan SharedPhoneLifetime = TimeSpan.FromHours(12);

    /// <summary>How recent a sign-in must be for the most sensitive actions.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    /// <summary>Precision of <see cref="LastSeenAt"/>; a finer one would mean a write for every request.</summary>
    public static readonly TimeSpan LastSeenPrecision = TimeSpan.FromMinutes(5);

    private Session()
    {
    }

    public Session(Guid personId, Guid? operatorId, string device, bool isShared, DateTimeOffset at)
    {
        (PersonId, OperatorId, Device, CreatedAt, LastSeenAt) = (personId, operatorId, device, at, at);
        EndsAt = at + (isShared ? SharedPhoneLifetime : MaxLifetime);
    }

    /// <summary>
    /// The session of a program's own token, created by an owner: at most dispatcher rights, at most a year, no idle
    /// limit.
    /// </summary>
    public static Session ForProgram(
        Guid personId, Guid operatorId, string name, MemberRole cap, DateTimeOffset endsAt, DateTimeOffset at) =>
        new(personId, operatorId, name, isShared: false, at) { Program = name, Cap = cap, EndsAt = endsAt };

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }

    /// <summary>The operator that was used last; the API and the start page use it by default.</summary>
    public Guid? OperatorId { get; private set; }

    public string Device { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset LastSeenAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The name of the program; null for a session of a person.</summary>
    public string? Program { get; private set; }

    /// <summary>The highest role of the program, whoever created it; null for a person.</summary>
    public MemberRole? Cap { get; private set; }

    /// <summary>Whether it was used since it was created. Always true for a person.</summary>
    public bool WasUsed => Program is null || LastSeenAt > CreatedAt;

    public bool IsShared => Program is null && EndsAt - CreatedAt < MaxLifetime;

    public bool IsLive(DateTimeOffset now) =>
        RevokedAt is null && now < EndsAt && (Program is not null || now - LastSeenAt < Idle);

    public void Seen(Guid? operatorId, DateTimeOffset at) => (OperatorId, LastSeenAt) = (operatorId ?? OperatorId, at);

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
