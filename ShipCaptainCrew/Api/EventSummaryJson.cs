using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

/// <summary>What a list shows of a charter with <c>view=summary</c>, about a twentieth of the whole.</summary>
internal sealed record EventSummaryJson
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required CharterStatus Status { get; init; }

    public required DateOnly EventDate { get; init; }

    public required DateTimeOffset? DepartureTime { get; init; }

    public required DateTimeOffset? ReturnTime { get; init; }

    public required NamedJson Vessel { get; init; }

    /// <summary>Null when nobody has the position.</summary>
    public required NamedJson? Captain { get; init; }

    /// <summary>The number of positions that nobody has.</summary>
    public required int OpenRoles { get; init; }

    public required GuestsJson Guests { get; init; }

    public required long Revision { get; init; }

    /// <summary>Loads the names and counts of several charters with a fixed number of queries.</summary>
    public static async Task<IReadOnlyList<EventSummaryJson>> Of(AppDbContext db, IReadOnlyList<Charter> charters)
    {
        var vesselIds = charters.Select(charter => charter.VesselId).Distinct().ToList();
        var vessels = await db.Vessels.Where(row => vesselIds.Contains(row.Id))
            .Select(row => new NamedJson(row.Id, row.Details.Name)).ToDictionaryAsync(row => row.Id);
        var captainIds = charters.Select(charter => charter.CaptainId).OfType<Guid>().Distinct().ToList();
        var captains = await db.Members.Where(row => captainIds.Contains(row.Id))
            .Select(row => new NamedJson(row.Id, row.Name)).ToDictionaryAsync(row => row.Id);
        var guests = await CharterView.CountGuests(db, [.. charters.Select(charter => charter.Id)]);
        return
        [
            .. charters.Select(charter => Of(
                charter,
                vessels[charter.VesselId],
                charter.CaptainId is { } captainId ? captains[captainId] : null,
                guests.GetValueOrDefault(charter.Id, GuestCount.None))),
        ];
    }

    private static EventSummaryJson Of(
        Charter charter, NamedJson vessel, NamedJson? captain, GuestCount guests) => new()
    {
        Id = charter.Id,
        Title = charter.Title,
        Status = charter.Status,
        EventDate = charter.Date,
        DepartureTime = charter.Departure,
        ReturnTime = charter.Return,
        Vessel = vessel,
        Captain = captain,
        OpenRoles = charter.Positions.Count(position => position.MemberId is null),
        Guests = new(charter.GuestsExpected, guests.Listed, guests.Signed, guests.Boarded),
        Revision = charter.Revision,
    };
}
