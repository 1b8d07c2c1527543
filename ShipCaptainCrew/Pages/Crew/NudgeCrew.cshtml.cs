using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Emails the assigned crew what they still have to do. Says whom, and asks again at night.</summary>
public sealed class NudgeCrewPage(AppDbContext db, CharterActions charters, TimeProvider clock) : SingleCharterPage(db)
{
    /// <summary>Names of those whom it emails.</summary>
    public IReadOnlyList<string> Recipients => View.ToNudge;

    public bool IsNight => View.Charter.IsNight(clock.GetUtcNow());

    /// <summary>The time of day in the charter's time zone.</summary>
    public string LocalClock =>
        TimeText.Of(clock.GetUtcNow(), View.Charter.Zone, TimeParts.Time);

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var charter = await Db.FindAsync<Domain.Charters.Charter>(Me.OperatorId, id);
        if (charter?.IsNight(clock.GetUtcNow()) == true && !input.Flag("at_night", false))
            return await Again(AskFirst(), input, () => OnGet(id));
        var outcome = await charters.Nudge(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Right.AssignCrew, View.Charter) ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !View.Charter.AwaitsDeparture ? Redirect(Back)
        : null);

    private static Refusal AskFirst() =>
        Refusal.Conflict("night", "Nobody was emailed yet: it is night there. Confirm to email them now.");
}
