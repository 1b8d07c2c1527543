using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>What the office has to do, in the order in which the page of all lists the kinds.</summary>
public enum NeedKind { Overdue, Conflict, OpenRole, Unconfirmed, Draft, Email, Backup }

/// <summary>Something that the office has to do.</summary>
public sealed record Need
{
    public required NeedKind Kind { get; init; }

    /// <summary>What to do, or why.</summary>
    public required LocalizedText Act { get; init; }

    /// <summary>The path of the page where it is done; null if the viewer cannot do it.</summary>
    public required string? Address { get; init; }

    /// <summary>The charter it is about, if it is one.</summary>
    public CharterLine? Line { get; init; }

    /// <summary>The two charters it is about, if it is a conflict.</summary>
    public Conflict? Conflict { get; init; }
}
