using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>Withdraws the cancellation of a charter that is still ahead, and says who is told.</summary>
public sealed class ReinstateCharterPage(
    AppDbContext db, ReinstateActions actions, CrewList crewList, TimeProvider clock)
    : SingleCharterPage(db)
{
    /// <summary>Who is emailed; null if it comes back as a draft.</summary>
    public NoticeRecipients? Recipients { get; private set; }

    /// <summary>Members of its crew who have another charter at that time by now.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await actions.Reinstate(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        var charter = View.Charter;
        if (!Me.May(Right.RunLifecycle, charter)) return StatusCode(StatusCodes.Status403Forbidden);
        if (Refusal is null && !charter.MayReinstate(clock.GetUtcNow())) return Redirect(Back);
        Warnings = await crewList.Warnings(Me, charter);
        if (charter.LastMove?.From != CharterStatus.Draft) Recipients = await Db.NoticeRecipients(charter);
        return null;
    }
}
