using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Who is reminded of it, and who is told when it does not come back.</summary>
public sealed partial class Charter
{
    public static readonly TimeSpan NudgeEvery = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Hours before call time at which its crew is reminded; null follows its type, else the operator.
    /// </summary>
    public List<int>? ReminderHours { get; private set; }

    /// <summary>When somebody last nudged by hand (UTC).</summary>
    public DateTimeOffset? NudgedAt { get; private set; }

    /// <summary>Who took the overdue charter in hand; null while nobody has.</summary>
    public Acknowledgement? Overdue { get; private set; }

    public bool MayNudge(DateTimeOffset now) => NudgedAt is null || now - NudgedAt >= NudgeEvery;

    /// <summary>By hand; the letters are written by whoever asked.</summary>
    public Refusal? Nudge(Actor actor)
    {
        if (!AwaitsDeparture) return WrongState("This charter is {0}, so nobody is nudged.");
        if (!MayNudge(actor.At))
            return Refusal.Conflict("nudged_already",
                new LocalizedText("The crew was nudged less than {0} minutes ago.", (int)NudgeEvery.TotalMinutes),
                ("nudged_at", NudgedAt));
        NudgedAt = actor.At;
        Raise(new CharterNudged(Id));
        return null;
    }

    /// <summary>Those who must know are told now, and again until somebody takes it in hand.</summary>
    public void RaiseOverdue() => Raise(new CharterOverdue(Id, Return!.Value));

    /// <summary>Somebody ashore sees to it. Said twice, the first word stands.</summary>
    /// <param name="name">How they are called, where they are no member.</param>
    public Refusal? AcknowledgeOverdue(string name, Actor actor)
    {
        if (Overdue is not null) return null;
        if (Status != CharterStatus.Underway)
            return WrongState("This charter is {0}; there is nothing to acknowledge.");
        Overdue = new(name, actor.MemberId, actor.At);
        Raise(new OverdueAcknowledged(Id, actor.MemberId));
        return null;
    }

    /// <summary>
    /// Roles that a member could claim: qualified, not aboard yet, and on no other charter at that time.
    /// </summary>
    /// <param name="engagements">The member's own.</param>
    public IEnumerable<CrewRole> RolesOpenTo(Member member, IEnumerable<CrewEngagement> engagements)
    {
        if (!IsCrewOpen || PositionOf(member.Id) is not null) return [];
        var isElsewhere = Departure is { } from
            && engagements.Any(other => other.CharterId != Id && other.From < (Return ?? from) && from < other.To);
        return isElsewhere
            ? []
            : positions.Where(position => position.IsOpen && member.Is(position.Role)).Select(position => position.Role)
                .Distinct().Order();
    }

    /// <summary>Null goes by the type again.</summary>
    public void RemindAt(IReadOnlyList<int>? hours)
    {
        if (hours is null ? ReminderHours is null : ReminderHours?.SequenceEqual(hours) == true) return;
        ReminderHours = hours is null ? null : [.. hours];
        Version++;
        Raise(new CharterChanged(Id, ["reminder_hours"], Moved: false));
    }
}

/// <summary>Who has taken something in hand, and when (UTC).</summary>
public sealed record Acknowledgement(string Name, Guid? MemberId, DateTimeOffset At);
