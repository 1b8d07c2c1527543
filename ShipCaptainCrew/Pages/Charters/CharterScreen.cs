using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Pages;

/// <summary>A page about one charter: it is found, or there is nothing here.</summary>
public abstract class CharterScreen(ShipDb db) : ShipPage
{
    protected ShipDb Db => db;

    public CharterSheet Sheet { get; private set; } = null!;

    public string Back => Me.Pages.Charter(Sheet.Charter.Id).Home;

    public virtual async Task<IActionResult> OnGet(Guid id)
    {
        if (await CharterSheet.Load(db, Me, id) is not { } sheet) return NotFound();
        Sheet = sheet;
        return await Prepare() ?? Page();
    }

    /// <summary>Loads what else the page shows, or says why it does not open.</summary>
    protected virtual Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(null);
}
