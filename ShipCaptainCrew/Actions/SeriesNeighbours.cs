using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>The charters of the same series just before and just after one, as far as the viewer sees them.</summary>
public sealed record SeriesNeighbours(SeriesNeighbour? Before, SeriesNeighbour? After)
{
    /// <summary>Null, and nothing asked, where the charter is in no series.</summary>
    public static async Task<SeriesNeighbours?> Of(ShipDb db, Viewer viewer, Charter charter)
    {
        if (charter.SeriesId is not { } seriesId) return null;
        var seesDrafts = viewer.May(Right.SeeDrafts);
        var others = db.Charters.AsNoTracking().Where(row => row.SeriesId == seriesId && (seesDrafts || row.Status != CharterStatus.Draft));
        return new(
            await First(others.Where(row => row.SortAt < charter.SortAt).OrderByDescending(row => row.SortAt)),
            await First(others.Where(row => row.SortAt > charter.SortAt).OrderBy(row => row.SortAt)));
    }

    private static Task<SeriesNeighbour?> First(IQueryable<Charter> charters) =>
        charters.Select(row => new SeriesNeighbour(row.Id, row.Date)).FirstOrDefaultAsync();
}

public sealed record SeriesNeighbour(Guid Id, DateOnly Date);
