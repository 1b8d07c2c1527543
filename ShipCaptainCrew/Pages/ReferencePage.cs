using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages;

/// <summary>Creates, changes and archives one entity of the reference data. For the office.</summary>
public abstract class ReferencePage<T>(AppDbContext db, IReferenceDataActions actions) : AppPage
    where T : ArchivableEntity
{
    protected AppDbContext Db => db;

    /// <summary>Null for a new one.</summary>
    public T? Thing { get; private set; }

    /// <summary>Address of the list page.</summary>
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
        return await Answer(id, input, await actions.Archive(Me, id, input), "archived");
    }

    /// <summary>Loads further data of the form.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    protected virtual async Task<IActionResult> Save(Guid? id, Input input) =>
        await Answer(
            id,
            input,
            id is { } known ? await actions.Change(Me, known, input) : await actions.Create(Me, input),
            "saved");

    /// <param name="done">Key of the message shown on the list page; see _Done.cshtml.</param>
    protected async Task<IActionResult> Answer(Guid? id, Input input, Outcome outcome, string done) =>
        outcome.Refusal is { } refusal ? await Again(refusal, input, () => OnGet(id)) : GoTo($"{List}?done={done}");

    private Task<T?> Find(Guid id) =>
        db.Set<T>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.ArchivedAt == null);
}
