using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>
/// One move of a charter's day: asked about where there is something to say, done where it is only tapped.
/// </summary>
public sealed class MovePage(AppDbContext db, LifecycleActions day, TimeProvider clock) : SingleCharterPage(db)
{
    [FromRoute(Name = "move")]
    public string Move { get; set; } = "";

    /// <summary>What holds the boat; only asked of lines off.</summary>
    public IReadOnlyList<Blocker> Blockers => Move == "depart" ? View.Blockers : [];

    public bool IsHeld => Blockers.Any(line => !line.MayBeOverridden);

    public bool IsEarly => Move == "board" && View.Charter.IsLongBefore(clock.GetUtcNow());

    public bool MayOverride => Me.May(Right.OverrideGate, View.Charter);

    /// <summary>Whether there is a button to press: what holds the boat may be for somebody else to decide.</summary>
    public bool MayGo => !IsHeld && (Blockers.Count == 0 || MayOverride);

    /// <summary>A time is picked from the browser's clock; one that needs its day said is typed.</summary>
    public string TimeType => ErrorOf("at") is null ? "time" : "text";

    public bool TakesTime => Move is "depart" or "return";

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await Act(id, input);
        if (outcome.Refusal is { } refusal)
            return await Again(
                IsReasonWanted(refusal, input)
                    ? Refusal.Invalid("override_reason", "Say why: it is kept and printed.") : refusal,
                input, () => OnGet(id));
        var isSecond = outcome.Warnings.Any(warning => warning.Code == LifecycleActions.MadeAlready);
        return GoTo(Me.Pages.Charter(id).Home + (isSecond ? "?done=already" : ""));
    }

    protected override Task<IActionResult?> Prepare() => Task.FromResult<IActionResult?>(
        !Me.May(Move == "undo" ? View.Charter.RightToUndo() : Right.RunLifecycle, View.Charter)
            ? StatusCode(StatusCodes.Status403Forbidden)
        : Refusal is null && !IsNext(View.Charter, clock.GetUtcNow()) ? Redirect(Back)
        : null);

    /// <summary>The form asked for a reason, and only that holds the boat.</summary>
    private static bool IsReasonWanted(Refusal refusal, Input input) =>
        input.Has("override_reason") && input.IsBlank("override_reason")
            && refusal.Extensions?["blockers"] is IReadOnlyList<Blocker> lines
            && lines.All(line => line.MayBeOverridden);

    private Task<Outcome> Act(Guid id, Input input) => Move switch
    {
        "board" => day.Board(Me, id, input),
        "depart" => day.Depart(Me, id, input),
        "return" => day.ComeBack(Me, id, input),
        "close" => day.Close(Me, id, input),
        _ => day.Undo(Me, id, input),
    };

    private bool IsNext(Charter charter, DateTimeOffset now) => Move switch
    {
        "board" => charter.Status == CharterStatus.Scheduled,
        "depart" => charter.StatusAt(now) == CharterStatus.Boarding,
        "return" => charter.Status == CharterStatus.Underway,
        "close" => charter.Status == CharterStatus.Returned,
        _ => charter.MayUndo(now),
    };
}
