using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Demo;

/// <summary>One charter of the demo: when, for whom, and its crew.</summary>
internal sealed record DemoBooking
{
    /// <summary>Days from today or, for the next sail and later charters, from the date of the next sail.</summary>
    public required int Day { get; init; }

    public required string Type { get; init; }

    public required string Vessel { get; init; }

    public required string Title { get; init; }

    public required int? Guests { get; init; }

    /// <summary>Captain first.</summary>
    public DemoCrewMember[] Crew { get; init; } = [];

    public Contact Contact { get; init; } = Contact.None;

    public string? Reference { get; init; }

    public string? Notes { get; init; }

    public bool IsDraft { get; init; }

    public string? CancelReason { get; init; }

    public IReadOnlyList<DemoGuest> Party { get; init; } = [];

    /// <summary>The checklist items its crew has marked so far; set only for the next sail.</summary>
    public ItemMarks[]? Marks { get; init; }

    public bool IsNext => Marks is not null;

    public bool Sails => !IsDraft && CancelReason is null;
}
