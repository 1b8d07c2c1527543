using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>What a call to the Coast Guard needs to know about a charter that is under way.</summary>
public sealed record OverdueView
{
    public required Charter Charter { get; init; }

    public required Vessel Vessel { get; init; }

    public required Operator Operator { get; init; }

    public required StandingOrdersDetails Orders { get; init; }

    public required IReadOnlyList<CrewAboard> Crew { get; init; }

    /// <summary>How many guests are marked as boarded.</summary>
    public required int Boarded { get; init; }

    /// <summary>When a crew member last did anything in the app (UTC), such as marking a checklist item.</summary>
    public required DateTimeOffset? LastSign { get; init; }

    public TimeSpan Grace => StandingOrdersDetails.GraceOf(Orders.GraceMinutes);

    public Port Port => Vessel.Details.HomePort ?? Operator.HomePort;

    /// <summary>
    /// The guests aboard: those marked as boarded or, if none are marked, the number expected. Null when unknown.
    /// </summary>
    public int? Guests => Boarded > 0 ? Boarded : Charter.GuestsExpected;

    /// <summary>Crew and guests.</summary>
    public int Persons => Crew.Count + (Guests ?? 0);

    /// <summary>The last sign of life (UTC): the departure, or anything the crew did in the app since.</summary>
    public DateTimeOffset? LastKnown =>
        LastSign > Charter.ActualDeparture || Charter.ActualDeparture is null ? LastSign : Charter.ActualDeparture;

    /// <summary>Loads a charter of the current operator. The caller must have checked that it may be seen.</summary>
    public static async Task<OverdueView?> Load(AppDbContext db, Guid charterId)
    {
        if (await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == charterId) is not { } charter)
            return null;
        var ids = charter.Positions.Select(position => position.MemberId).OfType<Guid>().ToList();
        var members = await db.Members.AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        return new()
        {
            Charter = charter,
            Vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId),
            Operator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == db.OperatorId),
            Orders = await db.Orders(),
            Crew =
            [
                .. charter.Positions.Where(position => !position.IsOpen).OrderBy(position => position.Role)
                    .Select(position => CrewAboard.Of(position.Role, members[position.MemberId!.Value])),
            ],
            Boarded = await db.Guests.CountAsync(row => row.CharterId == charterId && row.BoardedAt != null),
            LastSign = await db.Log
                .Where(entry => entry.CharterId == charterId && ids.Contains(entry.MemberId!.Value))
                .MaxAsync(entry => (DateTimeOffset?)entry.At),
        };
    }
}
