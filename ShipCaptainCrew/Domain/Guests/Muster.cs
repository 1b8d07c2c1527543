namespace ShipCaptainCrew.Domain.Guests;

/// <summary>Which way people went when they were counted.</summary>
public enum CountOf { Departure, Return }

/// <summary>
/// The people of one charter accounted for: head counts going out and coming back, the safety orientation, and what was
/// sent ashore before lines off (46 CFR 185.502, 185.504, 185.506).
/// </summary>
public sealed class Muster : OwnedEntity
{
    private readonly List<HeadCount> counts = [];

    private Muster()
    {
    }

    public Muster(Guid operatorId, Guid charterId)
        : base(operatorId) => CharterId = charterId;

    public Guid CharterId { get; private set; }

    /// <summary>Every count that was given, in order; the last of each person counts.</summary>
    public IReadOnlyList<HeadCount> Counts => counts;

    /// <summary>The talk before getting under way; null while it has not been held.</summary>
    public Orientation? Orientation { get; private set; }

    /// <summary>What the shore contact was sent; null while nothing was.</summary>
    public SentAshore? Ashore { get; private set; }

    /// <summary>Something happened for which guests' needs must be kept longer.</summary>
    public Incident? Incident { get; private set; }

    /// <summary>The last count of each person who counted.</summary>
    public IReadOnlyList<HeadCount> Latest(CountOf which) =>
        [
            .. counts.Where(count => count.Which == which).GroupBy(count => count.MemberId)
                .Select(same => same.MaxBy(count => (count.At, count.Id))!)];

    public HeadCount? LatestOf(CountOf which, Guid memberId) =>
        Latest(which).FirstOrDefault(count => count.MemberId == memberId);

    /// <summary>A person's count of the guests. They may count again; each count stays.</summary>
    public void Count(CountOf which, int guests, Actor actor)
    {
        if (LatestOf(which, actor.MemberId!.Value)?.Guests == guests) return;
        counts.Add(new(OperatorId, Id, which, guests, actor.MemberId!.Value, actor.At));
        Raise(new HeadCounted(CharterId, Id, which, guests));
    }

    public void Orient(string topics, Actor actor)
    {
        Orientation = new(actor.MemberId!.Value, actor.At, topics);
        Raise(new OrientationHeld(CharterId, Id));
    }

    /// <param name="guests">How many guests the manifest that was sent names as boarded.</param>
    public void SendAshore(int guests, string to, Actor actor)
    {
        Ashore = new(actor.MemberId!.Value, actor.At, guests, to);
        Raise(new CountSentAshore(CharterId, Id, guests));
    }

    public void NoteIncident(string what, Actor actor)
    {
        if (Incident is not null) return;
        Incident = new(what, actor.MemberId!.Value, actor.At);
        Raise(new IncidentNoted(CharterId, Id));
    }
}

/// <summary>A number counted and signed for.</summary>
public sealed class HeadCount : IOwned
{
    private HeadCount()
    {
    }

    internal HeadCount(Guid operatorId, Guid musterId, CountOf which, int guests, Guid memberId, DateTimeOffset at) =>
        (OperatorId, MusterId, Which, Guests, MemberId, At) = (operatorId, musterId, which, guests, memberId, at);

    public Guid OperatorId { get; private set; }
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid MusterId { get; private set; }
    public CountOf Which { get; private set; }
    public int Guests { get; private set; }
    public Guid MemberId { get; private set; }
    public DateTimeOffset At { get; private set; }
}

public sealed record Orientation(Guid By, DateTimeOffset At, string Topics);

/// <param name="Guests">How many guests it named as boarded.</param>
/// <param name="To">Whom it was sent to, as a name or address.</param>
public sealed record SentAshore(Guid By, DateTimeOffset At, int Guests, string To);

public sealed record Incident(string What, Guid By, DateTimeOffset At);

public sealed record HeadCounted(Guid Charter, Guid MusterId, CountOf Which, int Guests)
    : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "head_count.given";
}

public sealed record OrientationHeld(Guid Charter, Guid MusterId) : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "orientation.held";
}

public sealed record CountSentAshore(Guid Charter, Guid MusterId, int Guests) : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "count.sent_ashore";
}

public sealed record IncidentNoted(Guid Charter, Guid MusterId) : DomainEvent(LogKind, MusterId, Charter)
{
    public const string LogKind = "incident.noted";
}
