using Microsoft.AspNetCore.Mvc;
using QRCoder;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>Makes the link that a party shares, and the QR code to hang at the dock.</summary>
public sealed class PartyLinksPage(AppDbContext db, GuestLinks links) : GuestListPage(db)
{
    /// <summary>The link just made. Only its hash is stored.</summary>
    public string? Link { get; private set; }

    public bool IsDock { get; private set; }

    /// <summary>How many links made earlier still work.</summary>
    public int ActiveLinks { get; private set; }

    /// <summary>The link as a QR code in SVG without a style attribute, which the content policy would block.</summary>
    public string Drawing
    {
        get
        {
            using var code = QRCodeGenerator.GenerateQrCode(Link!, QRCodeGenerator.ECCLevel.M);
            return new SvgQRCode(code).GetGraphic(
                1, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        }
    }

    protected override Right Needed => Right.KeepGuests;

    /// <summary>Shows a new link once, without a redirect, whose address would have to contain the link.</summary>
    public async Task<IActionResult> OnPost(Guid id)
    {
        IsDock = (await Request.ReadForm()).Text("kind") == "dock";
        var (address, refusal) = await links.ToJoin(Me, id, IsDock ? LinkKind.Dock : LinkKind.Party);
        if (refusal is not null) return StatusCode(refusal.Status());
        Link = address;
        return await OnGet(id);
    }

    public async Task<IActionResult> OnPostWithdraw(Guid id)
    {
        await Request.ReadForm();
        var refusal = await links.Withdraw(Me, id, HttpContext.RequestAborted);
        return refusal is null ? GoTo($"{Me.Pages.Charter(id).Qr}?done=withdrawn") : StatusCode(refusal.Status());
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } forbidden) return forbidden;
        ActiveLinks = await links.Out(Me, View.Charter.Id);
        return null;
    }
}
