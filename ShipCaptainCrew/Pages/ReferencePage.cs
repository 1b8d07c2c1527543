using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>One thing of the reference data, new or known: its form, and putting it away. For the office.</summary>
public abstract class ReferencePage<T>(AppDbContext db, IReferenceDataActions keeper) : AppPage
    where T : ArchivableEntity
{
    protected AppDbContext Db => db;

    /// <summary>Null for one that is yet to be made.</summary>
    public T? Thing { get; private set; }

    /// <summary>Where all of them are listed.</summary>
    public abstract string List { get; }

    public async Task<IActionResult> OnGet(Guid? id)
    {
        if (id is not null && (Thing = await Find(id.Value)) is null) return NotFound();
        if (!Me.May(Right.KeepReferenceData)) return StatusCode(StatusCodes.Status403Forbidden);
        await Prepare();
        return Page();
    }

    public virtual async Task<IActionResult> OnPost(Guid? id) => await Save(id, await Request.ReadForm());

    public async Task<IActionResult> OnPostArchive(Guid id)
    {
        var input = await Request.ReadForm();
        return await Answer(id, input, await keeper.Archive(Me, id, input), "archived");
    }

    /// <summary>Loads what else the form shows.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    protected virtual async Task<IActionResult> Save(Guid? id, Input input) =>
        await Answer(id, input,
            id is { } known ? await keeper.Change(Me, known, input) : await keeper.Create(Me, input), "saved");

    /// <param name="deed">What the list then says was done.</param>
    protected async Task<IActionResult> Answer(Guid? id, Input input, Outcome outcome, string deed) =>
        outcome.Refusal is { } refusal ? await Again(refusal, input, () => OnGet(id)) : GoTo($"{List}?done={deed}");

    private Task<T?> Find(Guid id) =>
        db.Set<T>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.ArchivedAt == null);
}
