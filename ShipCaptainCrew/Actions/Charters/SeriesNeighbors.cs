using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>The charters of the same series just before and just after one, as far as the viewer sees them.</summary>
public sealed record SeriesNeighbors(SeriesNeighbor? Before, SeriesNeighbor? After)
{
    /// <summary>Null, and nothing asked, where the charter is in no series.</summary>
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

public sealed record SeriesNeighbor(Guid Id, DateOnly Date);
