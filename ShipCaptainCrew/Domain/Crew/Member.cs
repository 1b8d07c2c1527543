namespace ShipCaptainCrew.Domain.Crew;

/// <summary>A person's membership of one operator. The person signs in once and may be a member of several.</summary>
public sealed class Member : ArchivableEntity
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
        Raise(new MemberInvited(Id));
    }

    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? Phone { get; private set; }
    public MemberRole Role { get; private set; }
    public List<CrewRole> Qualifications { get; private set; } = [];
    public DateTimeOffset? JoinedAt { get; private set; }
    public DateTimeOffset? SuspendedAt { get; private set; }


    /// <summary>
    /// Kinds of letters this person does without. What concerns safety, and cancellations, comes all the same.
    /// </summary>
    public List<EmailPreference> DoesWithout { get; private set; } = [];

    public bool IsOffice => Role is MemberRole.Owner or MemberRole.Dispatcher;

    public bool CanSignIn => SuspendedAt is null && ArchivedAt is null;

    public MemberStatus Status =>
        SuspendedAt is not null
            ? MemberStatus.Suspended : JoinedAt is null ? MemberStatus.Invited : MemberStatus.Active;

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

    public void Change(MemberDetails details, Actor actor)
    {
        var changed = FieldDifferences.Differing(Details, details).ToList();
        if (changed.Count == 0) return;
        Write(details);
        SuspendedAt = details.Suspended ? SuspendedAt ?? actor.At : null;
        Raise(ReferenceDataRecorded.Changed(Kind, Id, changed));
    }

    /// <summary>The person came aboard by the invitation, and may have said how they spell their name.</summary>
    public void Join(string? name, Actor actor)
    {
        if (JoinedAt is not null) return;
        (JoinedAt, Name) = (actor.At, name ?? Name);
        Raise(new MemberJoined(Id));
    }

    public bool Wants(EmailPreference kind) => !DoesWithout.Contains(kind);

    /// <summary>Says which letters to do without; one's own word alone.</summary>
    public void Choose(IReadOnlyList<EmailPreference> doesWithout)
    {
        if (DoesWithout.Order().SequenceEqual(doesWithout.Distinct().Order())) return;
        DoesWithout = [.. doesWithout.Distinct().Order()];
        Raise(ReferenceDataRecorded.Changed(Kind, Id, ["letters"]));
    }

    /// <summary>Tells the log what the person did about the ways in.</summary>
    public void Note(SignInMethodChange done) => Raise(new SignInMethodChanged(Id, done));

    /// <summary>Another letter for somebody who has not come aboard yet.</summary>
    public Refusal? InviteAgain()
    {
        if (JoinedAt is not null)
            return Refusal.Conflict("already_joined", new LocalizedText("{0} has joined already.", Name));
        if (!CanSignIn)
            return Refusal.Conflict(
                "may_not_come", new LocalizedText("{0} is suspended or archived and cannot be invited.", Name));
        Raise(new MemberInvited(Id));
        return null;
    }

    /// <summary>
    /// The person has another address from now on and has confirmed it. An invitation that still waits goes there anew.
    /// </summary>
    public void MoveTo(string email)
    {
        if (Email == email) return;
        Email = email;
        Raise(ReferenceDataRecorded.Changed(Kind, Id, ["email"]));
        InviteAgain();
    }

    /// <summary>Takes somebody back who was archived, as if invited for the first time.</summary>
    public void TakeBack(MemberDetails details)
    {
        Restore();
        (JoinedAt, SuspendedAt) = (null, null);
        Write(details);
        Raise(new MemberInvited(Id));
    }

    private void Write(MemberDetails details) =>
        (Name, Email, Phone, Role, Qualifications) = (details.Name, details.Email, details.Phone, details.Role,
            [.. details.Qualifications]);
}

public sealed record MemberInvited(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "member.invited";
}

public sealed record SignInMethodChanged(Guid Id, SignInMethodChange Done) : DomainEvent(LogKind(Done), Id)
{
    public static readonly IReadOnlyList<string> LogKinds = [.. Enum.GetValues<SignInMethodChange>().Select(LogKind)];

    private static string LogKind(SignInMethodChange done) => $"member.{WireNames.Name(done)}";
}

public sealed record MemberJoined(Guid Id) : DomainEvent(LogKind, Id)
{
    public const string LogKind = "member.joined";
}
