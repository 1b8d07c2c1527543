using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>One charter of the demo: when, for whom, and who crews it.</summary>
internal sealed record DemoBooking
{
    /// <summary>Days from today; from the next sail where it is that one or comes after it.</summary>
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

    /// <summary>What its crew has done so far of the first list; set on the one charter that is next to sail.</summary>
    public Tick[]? Ticks { get; init; }

    public bool IsNext => Ticks is not null;

    public bool Sails => !IsDraft && CancelReason is null;
}

/// <summary>
/// Somebody aboard. Those who have not confirmed were put there by the office and have yet to say yes.
/// </summary>
internal sealed record DemoCrewMember(CrewRole Role, string Name, bool Confirmed = true);

/// <summary>Items of a list (from 0) that somebody marked so many minutes ago.</summary>
internal sealed record Tick(int MinutesAgo, string Name, ItemState State, params int[] Items);
