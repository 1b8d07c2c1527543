using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Start;

/// <summary>The setup steps of a new operator, up to its first charter. Existing data marks a step as done.</summary>
public sealed class StartPage(AppDbContext db, StandardSetActions standard) : AppPage
{
    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public bool MayUseStandardSet { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepReferenceData)) return StatusCode(StatusCodes.Status403Forbidden);
        var type = await db.CharterTypes.OrderBy(row => row.Id).Select(row => row.Name).FirstOrDefaultAsync();
        MayUseStandardSet = type is null && !await db.ChecklistTemplates.AnyAsync();
        var waivers = await db.WaiverTemplates.AsNoTracking().Where(row => row.ArchivedAt == null)
            .OrderBy(row => row.Id).ToListAsync();
        var isSample = waivers.Exists(waiver => waiver.IsSample);
        Steps =
        [
            new(
                "Vessel",
                "The boat and the limits on her certificate.",
                "Add a vessel",
                Me.Pages.NewVessel,
                await db.Vessels.Where(row => row.ArchivedAt == null).OrderBy(row => row.Id)
                    .Select(row => row.Details.Name).FirstOrDefaultAsync()),
            new(
                "Crew",
                "Captains, mates and deckhands join through a link in an email.",
                "Invite a member",
                Me.Pages.NewMember,
                await db.Members.Where(row => row.Role == MemberRole.Crew && row.ArchivedAt == null)
                    .OrderBy(row => row.Id).Select(row => row.Name).FirstOrDefaultAsync()),
            new(
                "Charter type",
                "How long it lasts, when it leaves, who it takes, what is checked.",
                "Add a type",
                Me.Pages.NewCharterType,
                type),
            new(
                "Waiver",
                isSample
                    ? "Guests read a sample text. Replace with your lawyer's text."
                    : "What guests read and sign before they come aboard.",
                "See the waivers",
                Me.Pages.WaiverTemplates,
                isSample ? null : waivers.FirstOrDefault()?.Name),
            new(
                "First charter",
                "All it takes is a vessel, a date and a captain.",
                "Plan a charter",
                Me.Pages.NewCharter,
                await db.Charters.OrderBy(row => row.Id).Select(row => row.Title).FirstOrDefaultAsync()),
            new(
                "Test email",
                "Make sure that email works before somebody waits for it.",
                "Send a test email",
                Me.Pages.Letters,
                await db.Outbox.Where(row => row.Kind == TestEmail.Kind && row.State == EmailState.Sent)
                    .Select(row => Me.Email).FirstOrDefaultAsync()),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await standard.Use(Me, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Start}?done=standard");
    }
}
