namespace ShipCaptainCrew.Domain.Guests;

/// <summary>One head count by one person.</summary>
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
