using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>The charter business: the tenant. Everything else belongs to one.</summary>
public sealed class Operator : AggregateRoot
{
    private Operator()
    {
    }

    public Operator(string name, string slug, string timeZone, Port homePort) =>
        (Name, Slug, TimeZone, HomePort) = (name, slug, timeZone, homePort);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";

    /// <summary>The first part of each of its page addresses.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>IANA name, such as <c>America/Los_Angeles</c>.</summary>
    public string TimeZone { get; private set; } = "";

    public Port HomePort { get; private set; } = Port.Nowhere;

    /// <summary>Since when it is closed to everybody (UTC); null while it is open.</summary>
    public DateTimeOffset? SuspendedAt { get; private set; }

    /// <summary>Closes it to everybody, from the next request on. All that it has is kept as it is.</summary>
    public void Suspend(Actor actor)
    {
        if (SuspendedAt is not null) return;
        SuspendedAt = actor.At;
        Raise(new OperatorSuspended(Id));
    }

    /// <summary>Opens it again to whoever belonged to it.</summary>
    public void Resume()
    {
        if (SuspendedAt is null) return;
        SuspendedAt = null;
        Raise(new OperatorResumed(Id));
    }
}
