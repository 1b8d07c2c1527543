using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Queries which waiver guests sign, and for whom.</summary>
public static class ApplicableWaiver
{
    /// <summary>
    /// The waiver that a charter's guests sign: its type's, else the operator's oldest; null if there is none.
    /// </summary>
    public static async Task<WaiverTemplate?> WaiverOf(
        this AppDbContext db, Charter charter, CancellationToken cancel = default)
    {
        var byType = await db.CharterTypes.Where(row => row.Id == charter.CharterTypeId)
            .Select(row => row.WaiverTemplateId).FirstOrDefaultAsync(cancel);
        return await db.WaiverTemplates.AsNoTracking().FirstOrDefaultAsync(row => row.Id == byType, cancel)
            ?? await db.WaiverTemplates.AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Id)
                .FirstOrDefaultAsync(cancel);
    }

    /// <summary>How many guests of a charter have signed. It names nobody.</summary>
    public static async Task<SignedCount> SignedOf(
        this AppDbContext db, Charter charter, CancellationToken cancel = default)
    {
        var coming = db.Guests.Where(row => row.CharterId == charter.Id && row.NoShowAt == null);
        var listed = await coming.CountAsync(cancel);
        var signed = await coming.CountAsync(row => row.WaiverId != null, cancel);
        return new(signed, Math.Max(listed, charter.GuestsExpected ?? 0));
    }

    /// <summary>
    /// The names of the minors on the same list whose guardian is this guest and for whom nobody has signed yet.
    /// </summary>
    public static async Task<IReadOnlyList<string>> WardsOf(
        this AppDbContext db, Guest guest, CancellationToken cancel = default)
    {
        if (guest.IsMinor || guest.HasSigned) return [];
        var wards = await db.Guests.AsNoTracking().MinorsOf(guest, cancel);
        return [.. wards.Where(minor => !minor.HasSigned).Select(minor => minor.Name)];
    }

    /// <summary>
    /// The minors on the list whose guardian, as the list says, is this guest or this minor's own guardian. Minors who
    /// wait to be placed are not among them.
    /// </summary>
    public static async Task<List<Guest>> MinorsOf(
        this IQueryable<Guest> guests, Guest guest, CancellationToken cancel = default)
    {
        if ((guest.IsMinor ? guest.GuardianName : guest.Name) is not { } guardian) return [];
        var minors = await guests
            .Where(row => row.CharterId == guest.CharterId && row.Id != guest.Id && row.IsPlaced)
            .Where(row => row.IsMinor && row.GuardianName != null)
            .OrderBy(row => row.AddedAt).ThenBy(row => row.Id)
            .ToListAsync(cancel);
        return [.. minors.Where(minor => Signing.SameName(minor.GuardianName!, guardian))];
    }

    /// <summary>The charters of the list whose guests have a waiver to sign, by the same rule.</summary>
    public static async Task<IReadOnlyList<Charter>> WithWaiver(
        this AppDbContext db, IReadOnlyList<Charter> charters, CancellationToken cancel = default)
    {
        if (charters.Count == 0 || await db.WaiverTemplates.AnyAsync(row => row.ArchivedAt == null, cancel))
            return charters;
        var types = await db.CharterTypes.Where(row => row.WaiverTemplateId != null).Select(row => row.Id)
            .ToListAsync(cancel);
        return [.. charters.Where(charter => types.Contains(charter.CharterTypeId ?? Guid.Empty))];
    }
}
