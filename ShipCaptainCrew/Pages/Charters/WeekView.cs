using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>What the week shows: today and the days from tomorrow on, or the seven days of another week.</summary>
public sealed record WeekView
{
    public required Viewer Viewer { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Today in the operator's time zone.</summary>
    public required DateOnly Today { get; init; }

    public required DateOnly Monday { get; init; }

    /// <summary>Whether the page begins with what needs the office and with today's boats.</summary>
    public required bool BeginsToday { get; init; }

    public required IReadOnlyList<CharterLine> Lines { get; init; }

    /// <summary>The next charter, if none of the lines is one; else null.</summary>
    public CharterLine? Next { get; init; }

    /// <summary>Empty for the crew.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>Charters that exclude each other; empty for the crew.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    public required long Revision { get; init; }

    public required string RefreshUrl { get; init; }

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>Today's charters and earlier ones that are not closed; those that are over come last.</summary>
    public IEnumerable<CharterLine> Boats => Lines.Where(line => BeginsToday && line.Charter.Date <= Today)
        .OrderBy(line => line.Charter.HasReturned || line.Charter.IsOver);

    /// <summary>The charters of the other days.</summary>
    public IEnumerable<IGrouping<DateOnly, CharterLine>> Days =>
        Lines.Where(line => !BeginsToday || line.Charter.Date > Today).GroupBy(line => line.Charter.Date);
}
