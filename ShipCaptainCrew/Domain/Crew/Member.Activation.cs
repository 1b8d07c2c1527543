namespace ShipCaptainCrew.Domain.Crew;

/// <summary>What makes the membership active or not: invitation, suspension, return after archiving.</summary>
public sealed partial class Member
{
    public DateTimeOffset? JoinedAt { get; private set; }
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>
    /// When the membership last became active (UTC): by joining, or at the end of a suspension. Older sessions have no
    /// access. The time stays when the membership ends; null for a person who never joined.
    /// </summary>
    public DateTimeOffset? ActiveSince { get; private set; }

    /// <summary>
    /// The session in which a signed-in person accepted the invitation. It has access although it is older. Null if
    /// there is none.
    /// </summary>
    public Guid? AcceptedInSession { get; private set; }

    public bool CanSignIn => SuspendedAt is null && ArchivedAt is null;

    public MemberStatus Status =>
        SuspendedAt is not null ? MemberStatus.Suspended
        : JoinedAt is null ? MemberStatus.Invited
        : MemberStatus.Active;

    /// <summary>The person accepted the invitation.</summary>
    /// <param name="name">The name as the person spells it; null keeps the present one.</param>
    /// <param name="sessionId">The session in which they accepted it; null if they were not signed in.</param>
    public void Join(string? name, Actor actor, Guid? sessionId = null)
    {
        if (JoinedAt is not null) return;
        (JoinedAt, Name) = (actor.At, name ?? Name);
        (ActiveSince, AcceptedInSession) = (actor.At, sessionId);
        Raise(new MemberJoined(Id));
    }

    /// <summary>Sends another invitation to a person who has not joined yet.</summary>
    public Refusal? InviteAgain()
    {
        if (JoinedAt is not null)
            return Refusal.Conflict("already_joined", new LocalizedText("{0} has already joined.", Name));
        if (!CanSignIn)
        {
            return Refusal.Conflict(
                "may_not_come", new LocalizedText("{0} is suspended or archived and cannot be invited.", Name));
        }

        Raise(new MemberInvited(Id));
        return null;
    }

    /// <summary>Restores an archived member as if invited for the first time.</summary>
    public void TakeBack(MemberDetails details)
    {
        Restore();
        (JoinedAt, SuspendedAt) = (null, null);
        Write(details);
        Raise(new MemberInvited(Id));
    }

    private void SetSuspended(bool suspended, Actor actor)
    {
        SuspendedAt = suspended ? actor.At : null;
        if (suspended || JoinedAt is null) return;
        (ActiveSince, AcceptedInSession) = (actor.At, null);
    }
}
