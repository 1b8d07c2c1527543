using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>What a list shows of one charter.</summary>
public sealed record CharterLine
{
    public required Charter Charter { get; init; }

    public required string Vessel { get; init; }

    /// <summary>Progress of the checklists of the current phase: before departure, under way or after return.</summary>
    public required Progress Progress { get; init; }

    /// <summary>Names of the crew by member id.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>How many guests are listed, have signed and are aboard.</summary>
    public required GuestCount Guests { get; init; }

    public required TimeSpan Grace { get; init; }

    /// <summary>What to count down to, on the charter's own date and while it is under way; else null.</summary>
    public Countdown? CountdownAt(DateTimeOffset now) =>
        Charter.Date == LocalTime.DateOf(now, Charter.Zone) || Charter.Status == CharterStatus.Underway
            ? CharterTiming.Of(Charter, null, now, Grace).Main
            : null;

    public bool IsOverdue(DateTimeOffset now) => Charter.IsOverdue(now, Grace);

    /// <summary>How many positions are held, of how many.</summary>
    public (int Held, int All) Crew =>
        (Charter.Positions.Count(position => !position.IsOpen), Charter.Positions.Count);

    /// <summary>Whether somebody has to be found before it departs.</summary>
    public bool IsShortOfCrew => Charter.IsCrewOpen && Crew.Held < Crew.All;

    public string NameOf(Guid? memberId) => memberId is { } id && Names.TryGetValue(id, out var name) ? name : "";
}
