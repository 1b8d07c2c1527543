namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// The muster of one charter: head counts at departure and return, the safety orientation, and what was sent ashore
/// before lines off (46 CFR 185.502, 185.504, 185.506).
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

    /// <summary>All head counts, in order. The last one of each person is used.</summary>
    public IReadOnlyList<HeadCount> Counts => counts;

    /// <summary>The safety orientation; null if it has not been held.</summary>
    public Orientation? Orientation { get; private set; }

    /// <summary>What the shore contact was sent; null if nothing was.</summary>
    public SentAshore? Ashore { get; private set; }

    /// <summary>An incident, because of which special needs are kept longer; null if there was none.</summary>
    public Incident? Incident { get; private set; }

    /// <summary>The last head count of each person.</summary>
    public IReadOnlyList<HeadCount> Latest(CountOf which) =>
    [
        .. counts.Where(count => count.Which == which).GroupBy(count => count.MemberId)
            .Select(ofMember => ofMember.MaxBy(count => (count.At, count.Id))!),
    ];

    public HeadCount? LatestOf(CountOf which, Guid memberId) =>
        Latest(which).FirstOrDefault(count => count.MemberId == memberId);

    /// <summary>Adds a person's head count of the guests. They may count again; every count is kept.</summary>
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

    /// <param name="guests">How many boarded guests the manifest that was sent has.</param>
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
