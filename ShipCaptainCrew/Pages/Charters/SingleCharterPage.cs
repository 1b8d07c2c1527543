using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>Base of pages about one charter; 404 if the viewer cannot see it.</summary>
public abstract class SingleCharterPage(AppDbContext db) : AppPage
{
    protected AppDbContext Db => db;

    public CharterView View { get; private set; } = null!;

    public string Back => Me.Pages.Charter(View.Charter.Id).Home;

    public virtual async Task<IActionResult> OnGet(Guid id)
    {
        if (await CharterView.Load(db, Me, id) is not { } view) return NotFound();
        View = view;
        return await Prepare() ?? Page();
    }

    /// <summary>Loads further data, or returns a result to answer with instead of the page.</summary>
    protected virtual Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(null);
}
