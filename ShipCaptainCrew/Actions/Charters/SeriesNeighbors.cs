using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>The previous and next charters of the same series that the viewer may see.</summary>
public sealed record SeriesNeighbors(SeriesNeighbor? Before, SeriesNeighbor? After)
{
    /// <summary>Null, without a query, when the charter is not in a series.</summary>
    public static async Task<SeriesNeighbors?> Of(AppDbContext db, Viewer viewer, Charter charter)
    {
        if (charter.SeriesId is not { } seriesId) return null;
        var seesDrafts = viewer.May(Right.SeeDrafts);
        var others = db.Charters.AsNoTracking()
            .Where(row => row.SeriesId == seriesId && (seesDrafts || row.Status != CharterStatus.Draft));
        return new(
            await First(others.Where(row => row.SortAt < charter.SortAt).OrderByDescending(row => row.SortAt)),
            await First(others.Where(row => row.SortAt > charter.SortAt).OrderBy(row => row.SortAt)));
    }

    private static Task<SeriesNeighbor?> First(IQueryable<Charter> charters) =>
        charters.Select(row => new SeriesNeighbor(row.Id, row.Date)).FirstOrDefaultAsync();
}

/// <summary>Another charter of a series, to link to.</summary>
public sealed record SeriesNeighbor(Guid Id, DateOnly Date);
