using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>Adds or edits a guest, and makes the link to their waiver.</summary>
public sealed class EditGuestPage(AppDbContext db, GuestActions guests, GuestLinks links) : GuestListPage(db)
{
    [FromRoute(Name = "guest")]
    public Guid? GuestId { get; set; }

    /// <summary>The guest to edit; null when adding one.</summary>
    public Guest? Guest { get; private set; }

    /// <summary>The signing link just made. Only its hash is stored.</summary>
    public string? Link { get; private set; }

    public bool IsFull => Refusal?.Code == Gate.OverCapacity;

    /// <summary>Whether somebody on the list could be the guest who is added.</summary>
    public bool AsksWhetherAnother => SimilarGuest.IsQuestion(ErrorOf("name"));

    /// <summary>The name that was asked about, so that adding it again is the answer.</summary>
    public string? NameAsked => ValueOf(AsksWhetherAnother ? "name" : SimilarGuest.AskedField, null);

    protected override Right Needed => Right.KeepGuests;

    protected override bool ShowsNotMailed => true;

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = GuestId is { } guestId
            ? await guests.Change(Me, id, guestId, input)
            : await guests.Add(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).GuestOnList(outcome.Id));
    }

    public async Task<IActionResult> OnPostRemove(Guid id, Guid guest)
    {
        var input = await Request.ReadForm();
        var outcome = await guests.Remove(Me, id, guest, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo($"{Me.Pages.Charter(id).Guests}?done=removed");
    }

    public async Task<IActionResult> OnPostMail(Guid id, Guid guest)
    {
        var input = await Request.ReadForm();
        var outcome = await guests.MailLink(Me, id, guest, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo($"{Me.Pages.Charter(id).EditGuest(guest)}?done=mailed");
    }

    /// <summary>Shows a new link once, without a redirect, whose address would have to contain the link.</summary>
    public async Task<IActionResult> OnPostLink(Guid id, Guid guest)
    {
        var (address, refusal) = await links.ToSign(Me, id, guest);
        if (refusal is not null) return StatusCode(refusal.Status());
        Link = address;
        return await OnGet(id);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } forbidden) return forbidden;
        if (GuestId is not { } id) return null;
        Guest = Manifest.Guests.FirstOrDefault(row => row.Id == id);
        return Guest is null ? NotFound() : null;
    }
}
