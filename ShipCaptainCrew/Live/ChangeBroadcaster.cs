using System.Collections.Concurrent;
using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Live;

/// <summary>Sends changes to the event streams of an operator after each commit.</summary>
public sealed class ChangeBroadcaster(TimeProvider clock) : ICommitListener
{
    /// <summary>
    /// The number of changes queued per subscriber. If it falls further behind, changes are dropped and it must reload.
    /// </summary>
    private const int Backlog = 64;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<StreamSubscription, bool>> subscriptions = [];

    /// <param name="disconnect">Closes the connection of a client that stopped reading.</param>
    public StreamSubscription Subscribe(Guid operatorId, Guid? charterId, Action disconnect)
    {
        var subscription = new StreamSubscription(
            charterId, Backlog, clock, disconnect, closed => Remove(operatorId, closed));
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
