using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>Decides from its events what a commit changed.</summary>
internal static class CommitScopes
{
    /// <param name="operatorId">The operator of the change, if it had one.</param>
    public static IEnumerable<ChangeScope> Of(IReadOnlyList<LoggedEvent> events, Guid? operatorId)
    {
        if (events.Count == 0) return [operatorId is { } id ? ChangeScope.Operator(id) : ChangeScope.Everything];
        return events.SelectMany(logged => Of(logged.Entry.OperatorId, logged.Event)).Distinct();
    }

    private static IEnumerable<ChangeScope> Of(Guid operatorId, DomainEvent raised)
    {
        if (raised.CharterId is { } charterId) yield return ChangeScope.Charter(operatorId, charterId);
        if (raised.CharterId is null || !ChangesOnlyItsCharter(raised)) yield return ChangeScope.Operator(operatorId);
    }

    /// <summary>
    /// The events of the dock: frequent, and shown on the pages of their charter and in lists only. Add an event here
    /// only if no page about another charter, a vessel or a member shows what it changes.
    /// </summary>
    private static bool ChangesOnlyItsCharter(DomainEvent raised) => raised
        is ItemMarked
        or GuestAdded or GuestChanged or GuestRemoved or GuestPlaced or GuestMatched or GuestMarked
        or WaiverAsked or WaiverSigned
        or HeadCounted or OrientationHeld or CountSentAshore;
}
