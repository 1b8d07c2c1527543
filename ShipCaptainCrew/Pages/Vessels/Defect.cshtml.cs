using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Vessels;

/// <summary>One fault of a vessel, and the form that closes it.</summary>
public sealed class DefectPage(AppDbContext db, DefectActions defects) : AppPage
{
    private Dictionary<Guid, string> names = [];

    public Defect Defect { get; private set; } = null!;

    public string Vessel { get; private set; } = "";

    public bool MayClose { get; private set; }

    public string Back => Me.Pages.Defects(Defect.VesselId);

    public string NameOf(Guid? memberId) => memberId is { } id ? names.GetValueOrDefault(id, "") : "";

    public async Task<IActionResult> OnGet(Guid id, Guid defect)
    {
        if (await db.Defects.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == defect && row.VesselId == id) is not { } found)
            return NotFound();
        Defect = found;
        Vessel = await db.Vessels.Where(row => row.Id == id).Select(row => row.Details.Name).FirstAsync();
        names = await db.Members.Where(row => row.Id == found.RaisedBy || row.Id == found.ClosedBy)
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        MayClose = found.IsOpen && await defects.May(Me, Right.RunLifecycle, id);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, Guid defect)
    {
        if (!await db.Defects.AnyAsync(row => row.Id == defect && row.VesselId == id)) return NotFound();
        var input = await Request.ReadForm();
        var outcome = await defects.Close(Me, defect, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id, defect))
            : GoTo($"{Me.Pages.Defects(id)}?done=closed");
    }
}
