using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages;

/// <summary>Lists all entities of one kind of reference data that are not archived. For the office.</summary>
public abstract class ReferenceListPage<T>(AppDbContext db) : AppPage
    where T : ArchivableEntity
{
    public IReadOnlyList<T> Things { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepReferenceData)) return StatusCode(StatusCodes.Status403Forbidden);
        var things = await db.Set<T>().AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync();
        Things = [.. things.OrderBy(NameOf, StringComparer.CurrentCultureIgnoreCase)];
        return Page();
    }

    protected abstract string NameOf(T thing);
}
