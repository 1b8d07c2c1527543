using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Lifecycle;

/// <summary>One status transition of a charter: board, depart, return, close or undo.</summary>
public sealed class MovePage(AppDbContext db, LifecycleActions lifecycle, TimeProvider clock) : SingleCharterPage(db)
{
    [FromRoute(Name = "move")]
    public string Move { get; set; } = "";

    /// <summary>What prevents departure; empty for other moves.</summary>
    public IReadOnlyList<Blocker> Blockers => Move == "depart" ? View.Blockers : [];

    public bool IsBlocked => Blockers.Any(line => !line.MayBeOverridden);

    public bool IsEarly => Move == "board" && View.Charter.IsLongBefore(clock.GetUtcNow());

    public bool MayOverride => Me.May(Right.OverrideGate, View.Charter);

    /// <summary>Whether to show the form: overriding blockers may be up to someone else.</summary>
    public bool MaySubmit => !IsBlocked && (Blockers.Count == 0 || MayOverride);

    /// <summary>A time input; after an error a text input, in which a date can be entered too.</summary>
    public string TimeType => ErrorOf("at") is null ? "time" : "text";

    public bool TakesTime => Move is "depart" or "return";

    /// <summary>Whether closing leaves something open, for which a reason is asked.</summary>
    public bool LeavesOpen => Move == "close" && !View.IsPutToBed;

    /// <summary>Who is emailed that a move is undone; null if nobody was emailed about the move.</summary>
    public NoticeRecipients? Recipients { get; private set; }

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await Act(id, input);
        if (outcome.Refusal is { } refusal)
        {
            if (IsReasonMissing(refusal, input))
                refusal = Refusal.Invalid("override_reason", "Give a reason. It is saved and printed.");
            return await Again(refusal, input, () => OnGet(id));
        }

        var isAlreadyDone = outcome.Warnings.Any(warning => warning.Code == LifecycleActions.MadeAlready);
        return GoTo(Me.Pages.Charter(id).Home + (isAlreadyDone ? "?done=already" : ""));
    }

    protected override async Task<IActionResult?> Prepare()
    {
        var (charter, now) = (View.Charter, clock.GetUtcNow());
        if (!Me.May(Move == "undo" ? charter.RightToUndo() : Right.RunLifecycle, charter))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (Refusal is null && !IsNext(charter, now)) return Redirect(Back);
        if (Move != "undo" || !charter.IsUndoTold || charter.EndsAt < now) return null;
        var recipients = await Db.NoticeRecipients(charter);
        Recipients = charter.Status == CharterStatus.Cancelled ? recipients : recipients.CrewOnly();
        return null;
    }

    /// <summary>Whether the reason for an override was left blank and nothing else prevents departure.</summary>
    private static bool IsReasonMissing(Refusal refusal, Input input) =>
        input.Has("override_reason") && input.IsBlank("override_reason")
            && refusal.Extensions?["blockers"] is IReadOnlyList<Blocker> lines
            && lines.All(line => line.MayBeOverridden);

    private Task<Outcome> Act(Guid id, Input input) => Move switch
    {
        "board" => lifecycle.Board(Me, id, input),
        "depart" => lifecycle.Depart(Me, id, input),
        "return" => lifecycle.MarkReturned(Me, id, input),
        "close" => lifecycle.CloseWithReason(Me, id, input),
        _ => lifecycle.Undo(Me, id, input),
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
