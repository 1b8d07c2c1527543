namespace ShipCaptainCrew.Domain.Crew;

/// <summary>A person's membership of one operator. The person signs in once and may be a member of several.</summary>
public sealed class Member : Kept
{
    /// <summary>What the log calls it.</summary>
    public const string LogNoun = "member";

    private Member()
    {
    }

    public Member(Guid operatorId, Guid personId, MemberDetails details)
        : base(operatorId)
    {
        PersonId = personId;
        Write(details);
        Announce(new MemberInvited(Id));
    }

    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? Phone { get; private set; }
    public MemberRole Role { get; private set; }
    public List<CrewRole> Qualifications { get; private set; } = [];
    public DateTimeOffset? JoinedAt { get; private set; }
    public DateTimeOffset? SuspendedAt { get; private set; }


    /// <summary>Kinds of letters this person does without. What concerns safety, and cancellations, comes all the same.</summary>
    public List<LetterChoice> DoesWithout { get; private set; } = [];

    public bool IsOffice => Role is MemberRole.Owner or MemberRole.Dispatcher;

    public bool MayCome => SuspendedAt is null && ArchivedAt is null;

    public MemberStatus Status =>
        SuspendedAt is not null ? MemberStatus.Suspended : JoinedAt is null ? MemberStatus.Invited : MemberStatus.Active;

    public MemberDetails Details => new()
    {
        Name = Name,
        Email = Email,
        Phone = Phone,
        Role = Role,
        Qualifications = Qualifications,
        Suspended = SuspendedAt is not null,
    };

    protected override string Kind => LogNoun;

    public bool Is(CrewRole role) => Qualifications.Contains(role);

    public void Change(MemberDetails details, By by)
    {
        var changed = Fields.Differing(Details, details).ToList();
        if (changed.Count == 0) return;
        Write(details);
        SuspendedAt = details.Suspended ? SuspendedAt ?? by.At : null;
        Announce(Recorded.Changed(Kind, Id, changed));
    }

    /// <summary>The person came aboard by the invitation, and may have said how they spell their name.</summary>
    public void Join(string? name, By by)
    {
        if (JoinedAt is not null) return;
        (JoinedAt, Name) = (by.At, name ?? Name);
        Announce(new MemberJoined(Id));
    }

    public bool Wants(LetterChoice kind) => !DoesWithout.Contains(kind);

    /// <summary>Says which letters to do without; one's own word alone.</summary>
    public void Choose(IReadOnlyList<LetterChoice> doesWithout)
    {
        if (DoesWithout.Order().SequenceEqual(doesWithout.Distinct().Order())) return;
        DoesWithout = [.. doesWithout.Distinct().Order()];
        Announce(Recorded.Changed(Kind, Id, ["letters"]));
    }

    /// <summary>Tells the log what the person did about the ways in.</summary>
    public void Note(WayIn done) => Announce(new WayInChanged(Id, done));

    /// <summary>Another letter for somebody who has not come aboard yet.</summary>
    public Refusal? InviteAgain()
    {
        if (JoinedAt is not null) return Refusal.Conflict("already_joined", new Words("{0} has joined already.", Name));
        if (!MayCome) return Refusal.Conflict("may_not_come", new Words("{0} is suspended or archived and cannot be invited.", Name));
        Announce(new MemberInvited(Id));
        return null;
    }

    /// <summary>The person has another address from now on and has confirmed it. An invitation that still waits goes there anew.</summary>
    public void MoveTo(string email)
    {
        if (Email == email) return;
        Email = email;
        Announce(Recorded.Changed(Kind, Id, ["email"]));
        InviteAgain();
    }

    /// <summary>Takes somebody back who was archived, as if invited for the first time.</summary>
    public void TakeBack(MemberDetails details)
    {
        TakeOut();
        (JoinedAt, SuspendedAt) = (null, null);
        Write(details);
        Announce(new MemberInvited(Id));
    }

    private void Write(MemberDetails details) =>
        (Name, Email, Phone, Role, Qualifications) = (details.Name, details.Email, details.Phone, details.Role, [.. details.Qualifications]);
}

public sealed record MemberInvited(Guid Id) : Announcement(LogKind, Id)
{
    public const string LogKind = "member.invited";
}

public sealed record WayInChanged(Guid Id, WayIn Done) : Announcement(LogKind(Done), Id)
{
    public static readonly IReadOnlyList<string> LogKinds = [.. Enum.GetValues<WayIn>().Select(LogKind)];

    private static string LogKind(WayIn done) => $"member.{Wire.Name(done)}";
}

public sealed record MemberJoined(Guid Id) : Announcement(LogKind, Id)
{
    public const string LogKind = "member.joined";
}
