using System.Collections.Concurrent;
using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Live;

/// <summary>Sends changes to the event streams of an operator after each commit.</summary>
/// <param name="clock">Measures how long clients take, so the system clock, whatever the time of the app is.</param>
public sealed class ChangeBroadcaster(TimeProvider clock) : ICommitListener
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<StreamSubscription, bool>> subscriptions = [];

    /// <param name="disconnect">Closes the connection of a client that stopped reading.</param>
    public StreamSubscription Subscribe(Guid operatorId, Guid? charterId, Action disconnect)
    {
        var subscription = new StreamSubscription(
            charterId, clock, disconnect, closed => Remove(operatorId, closed));
        subscriptions.GetOrAdd(operatorId, _ => []).TryAdd(subscription, true);
        return subscription;
    }

    public void AfterCommit(IReadOnlyList<LoggedEvent> events)
    {
        foreach (var (domainEvent, entry) in events)
            Publish(entry.OperatorId, new(domainEvent.Kind, domainEvent.CharterId, entry.Seq, entry.At));
    }

    private void Publish(Guid operatorId, LiveChange change)
    {
        if (!subscriptions.TryGetValue(operatorId, out var ofOperator)) return;
        foreach (var subscription in ofOperator.Keys) subscription.Add(change);
    }

    private void Remove(Guid operatorId, StreamSubscription subscription)
    {
        if (subscriptions.TryGetValue(operatorId, out var ofOperator)) ofOperator.TryRemove(subscription, out _);
    }
}
