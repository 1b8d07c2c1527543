namespace ShipCaptainCrew.Domain;

/// <summary>Has verbs, each of which announces what it changed.</summary>
public abstract class Announcer
{
    private readonly List<Announcement> news = [];

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
