namespace ShipCaptainCrew.Domain;

/// <summary>Belongs to one operator and must never be seen by another.</summary>
public interface IOwned
{
    Guid OperatorId { get; }
}

/// <summary>A thing of an operator's that has verbs. Each verb that changes something announces it.</summary>
public abstract class Noun : IOwned
{
    private readonly List<Announcement> news = [];

    protected Noun()
    {
    }

    protected Noun(Guid operatorId) => OperatorId = operatorId;

    public Guid OperatorId { get; private set; }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public bool HasNews => news.Count > 0;

    /// <summary>Hands over what was announced since the last call; the ledger is its one reader.</summary>
    public IReadOnlyList<Announcement> TakeNews()
    {
        Announcement[] taken = [.. news];
        news.Clear();
        return taken;
    }

    protected void Announce(Announcement announcement) => news.Add(announcement);
}
