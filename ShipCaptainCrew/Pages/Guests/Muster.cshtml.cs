using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The muster: head counts out and back, the safety talk, the manifest sent ashore, and incidents.</summary>
public sealed class MusterPage(AppDbContext db, MusterActions muster) : GuestListPage(db)
{
    /// <summary>Names by member id, of the crew and of those who counted or gave the safety talk.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The section of the page whose form was refused.</summary>
    public string? Failed { get; private set; }

    public override async Task<IActionResult> OnGet(Guid id) =>
        await base.OnGet(id) is var page && page is PageResult && Request.IsHtmx()
            ? Body(StatusCodes.Status200OK) : page;

    public Task<IActionResult> OnPostCount(Guid id) => Act(id, muster.Count, null);

    public Task<IActionResult> OnPostOrient(Guid id) => Act(id, muster.Orient, "orientation");

    public Task<IActionResult> OnPostAshore(Guid id) => Act(id, muster.SendAshore, "ashore");

    public Task<IActionResult> OnPostIncident(Guid id) => Act(id, muster.NoteIncident, "incident");

    protected override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } forbidden) return forbidden;
        var ids = Manifest.MembersNamed
            .Concat(View.Charter.Positions.Select(position => position.MemberId).OfType<Guid>())
            .ToList();
        Names = await Db.Members.AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        return null;
    }

    /// <param name="section">Where a plain form returns to; null for a count, whose field <c>which</c> tells.</param>
    private async Task<IActionResult> Act(Guid id, Func<Viewer, Guid, Input, Task<Outcome>> action, string? section)
    {
        var input = await Request.ReadForm();
        section ??= input.Text("which") == "return" ? "return" : "departure";
        var outcome = await action(Me, id, input);
        Failed = outcome.Refusal is null ? null : section;
        if (outcome.Refusal is { } refusal) return await Again(refusal, input, () => Refused(id, refusal));
        return Request.IsHtmx() ? await OnGet(id) : GoTo($"{Me.Pages.Charter(id).Muster}#{section}");
    }

    private async Task<IActionResult> Refused(Guid id, Refusal refusal) =>
        await base.OnGet(id) is var page && page is PageResult && Request.IsHtmx() ? Body(refusal.Status()) : page;

    private Fragment<MusterBody> Body(int status) =>
        new(new { View, Manifest, Viewer = Me, Names, Refusal, Failed }, status);
}
