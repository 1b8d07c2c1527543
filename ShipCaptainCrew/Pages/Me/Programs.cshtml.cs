using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Accounts;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>API tokens for programs. A token is shown once, right after it is made.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProgramsPage(ProgramActions programs, IStringLocalizer<Text> localizer) : AppPage
{
    public IReadOnlyList<Session> Programs { get; private set; } = [];

    public string? Token { get; private set; }

    public IEnumerable<(string Value, string Text)> Roles =>
        [("crew", localizer["Crew: sees charters"]), ("dispatcher", localizer["Dispatcher: plans charters"])];

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepPrograms)) return StatusCode(StatusCodes.Status403Forbidden);
        Programs = await programs.Of(Me);
        return Page();
    }

    /// <summary>Shows the page without a redirect, since a token must not be in an address or a cookie.</summary>
    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        (Token, var refusal) = await programs.Make(Me, input);
        return refusal is null ? await OnGet() : await Again(refusal, input, OnGet);
    }

    public async Task<IActionResult> OnPostRevoke()
    {
        var input = await Request.ReadForm();
        var outcome = await programs.Revoke(Me, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Programs}?done=ended");
    }
}
