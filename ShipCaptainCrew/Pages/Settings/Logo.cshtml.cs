using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Settings;

/// <summary>
/// Where an owner chooses the logo of guests' pages, or removes it. The page checks the antiforgery token itself,
/// because a file that is too large is refused beside its field without reading the body, which contains the token.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class LogoPage(AppDbContext db, LogoActions logos, IAntiforgery antiforgery) : AppPage
{
    private static readonly Refusal TooLarge =
        Refusal.Invalid(LogoActions.Field, "This file is larger than one megabyte. Choose a smaller picture.");

    public Operator Operator { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepOrders)) return StatusCode(StatusCodes.Status403Forbidden);
        Operator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == Me.OperatorId);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (BodyLimitMiddleware.Exceeds(Request)) return await Again(TooLarge, Input.Empty(), OnGet);
        return await Save(async input => await logos.Change(Me, input, await Upload()));
    }

    public Task<IActionResult> OnPostRemove() => Save(input => logos.Remove(Me, input));

    private async Task<IActionResult> Save(Func<Input, Task<Outcome>> save)
    {
        var input = await Request.ReadForm();
        if (input.Refusal is { Kind: RefusalKind.TooLarge }) return await Again(TooLarge, Input.Empty(), OnGet);
        if (input.Refusal is { } unreadable) return await Again(unreadable, Input.Empty(), OnGet);
        if (!await antiforgery.IsRequestValidAsync(HttpContext)) return new AntiforgeryValidationFailedResult();
        var outcome = await save(input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.LogoSettings}?done=saved");
    }

    /// <summary>The content of the chosen file; empty without one.</summary>
    private async Task<byte[]> Upload()
    {
        if (!Request.HasFormContentType || Request.Form.Files[LogoActions.Field] is not { } file) return [];
        using var content = new MemoryStream();
        await file.CopyToAsync(content, HttpContext.RequestAborted);
        return content.ToArray();
    }
}
