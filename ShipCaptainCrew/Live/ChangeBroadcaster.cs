using System.Collections.Concurrent;
using ShipCaptainCrew.Data.Changes;

namespace ShipCaptainCrew.Live;

/// <summary>Sends changes to the event streams of an operator after each commit.</summary>
/// <param name="clock">
/// Measures how long clients take. It is the system clock, because the clock of the app can be set to another time.
/// </param>
public sealed class ChangeBroadcaster(TimeProvider clock) : ICommitListener
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<StreamSubscription, bool>> subscriptions = [];

    /// <summary>Opens the subscription of one event stream, which lasts until it is disposed.</summary>
    /// <param name="operatorId">The operator.</param>
    /// <param name="charterId">The charter; null for all changes of the operator.</param>
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
