using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages;

/// <summary>All there is of one noun of the reference data. For the office.</summary>
public abstract class ReferenceListPage<T>(AppDbContext db) : AppPage
    where T : ArchivableEntity
{
    public IReadOnlyList<T> Things { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepReferenceData)) return StatusCode(StatusCodes.Status403Forbidden);
        Things = [
            .. (await db.Set<T>().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync()).OrderBy(
                NameOf, StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }

    protected abstract string NameOf(T thing);
}
