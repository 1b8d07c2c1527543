using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Reminders of a charter, and what happens when it is overdue.</summary>
public sealed partial class Charter
{
    public static readonly TimeSpan NudgeEvery = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Hours before call time at which its crew is reminded; null for those of its type, else of the operator.
    /// </summary>
    public List<int>? ReminderHours { get; private set; }

    /// <summary>When a person last sent reminders to the crew (UTC).</summary>
    public DateTimeOffset? NudgedAt { get; private set; }

    /// <summary>Who acknowledged that the charter is overdue; null if nobody has.</summary>
    public Acknowledgement? Overdue { get; private set; }

    /// <summary>
    /// Whether it is between 22:00 and 7:00 in its time zone, when people are not mailed without need.
    /// </summary>
    public bool IsNight(DateTimeOffset now) => LocalTime.At(now, Zone).Hour is >= 22 or < 7;

    public bool MayNudge(DateTimeOffset now) => NudgedAt is null || now - NudgedAt >= NudgeEvery;

    /// <summary>Records that a person reminds the crew. The caller sends the emails.</summary>
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

    /// <summary>Starts the overdue emails, which repeat until somebody acknowledges them.</summary>
    public void RaiseOverdue() => Raise(new CharterOverdue(Id, Return!.Value));

    /// <summary>Acknowledges that the charter is overdue. If it is already acknowledged, nothing changes.</summary>
    /// <param name="name">The name of the person, who need not be a member.</param>
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
    /// Roles that a member can claim: open, qualified for, and not on this or another charter at that time.
    /// </summary>
    /// <param name="engagements">The other charters of the member.</param>
    public IEnumerable<CrewRole> RolesOpenTo(Member member, IEnumerable<CrewEngagement> engagements)
    {
        if (!IsCrewOpen || PositionOf(member.Id) is not null) return [];
        var isElsewhere = Departure is { } from
            && engagements.Any(other => other.CharterId != Id && other.From < (Return ?? from) && from < other.To);
        if (isElsewhere) return [];
        return positions.Where(position => position.IsOpen && member.Is(position.Role))
            .Select(position => position.Role).Distinct().Order();
    }

    /// <summary>Sets the reminder hours; null for those of its type.</summary>
    public void RemindAt(IReadOnlyList<int>? hours)
    {
        if (hours is null ? ReminderHours is null : ReminderHours?.SequenceEqual(hours) == true) return;
        ReminderHours = hours is null ? null : [.. hours];
        Version++;
        Raise(new CharterChanged(Id, ["reminder_hours"], Moved: false));
    }
}
