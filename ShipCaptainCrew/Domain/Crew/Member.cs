namespace ShipCaptainCrew.Domain.Crew;

/// <summary>
/// A person's membership of one operator. A person signs in once and can belong to several operators.
/// </summary>
public sealed partial class Member : ArchivableEntity
{
    /// <summary>The name of this kind of entity in the audit log.</summary>
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

    /// <summary>Emails that this person turned off. Safety emails and cancellations are always sent.</summary>
    public List<EmailPreference> DoesWithout { get; private set; } = [];

    public bool IsOffice => Role is MemberRole.Owner or MemberRole.Dispatcher;

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
        if (details.Suspended != SuspendedAt is not null) SetSuspended(details.Suspended, actor);
        Raise(ReferenceDataRecorded.Changed(Kind, Id, changed));
    }

    public bool Wants(EmailPreference kind) => !DoesWithout.Contains(kind);

    /// <summary>Sets which emails to leave out. Only the person can do this.</summary>
    public void Choose(IReadOnlyList<EmailPreference> doesWithout)
    {
        if (DoesWithout.Order().SequenceEqual(doesWithout.Distinct().Order())) return;
        DoesWithout = [.. doesWithout.Distinct().Order()];
        Raise(ReferenceDataRecorded.Changed(Kind, Id, ["letters"]));
    }

    /// <summary>Turns one kind of email off by the link in such an email.</summary>
    public void StopByLink(EmailPreference email)
    {
        if (!Wants(email)) return;
        DoesWithout = [.. DoesWithout.Append(email).Order()];
        Raise(new EmailStopped(Id, email));
    }

    /// <summary>Turns it on again by the same link.</summary>
    public void ResumeByLink(EmailPreference email)
    {
        if (Wants(email)) return;
        DoesWithout = [.. DoesWithout.Where(other => other != email)];
        Raise(new EmailResumed(Id, email));
    }

    /// <summary>Records a change of the person's passkeys or API tokens in the audit log.</summary>
    public void Note(SignInMethodChange change) => Raise(new SignInMethodChanged(Id, change));

    /// <summary>The person confirmed a new email address. An open invitation is sent again to that address.</summary>
    public void MoveTo(string email)
    {
        if (Email == email) return;
        Email = email;
        Raise(ReferenceDataRecorded.Changed(Kind, Id, ["email"]));
        InviteAgain();
    }

    private void Write(MemberDetails details) =>
        (Name, Email, Phone, Role, Qualifications) =
        (details.Name, details.Email, details.Phone, details.Role, [.. details.Qualifications]);
}
