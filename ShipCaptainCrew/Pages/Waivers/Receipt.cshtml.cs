using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Pages.Waivers;

/// <summary>The guest's copy of a signed waiver. On a kiosk it moves on to the next person after a while.</summary>
public sealed class ReceiptPage(SigningActions signing, PartyActions parties, StoragePaths storage) : GuestPage
{
    private const int KioskSeconds = 20;

    /// <summary>Null if the link is not valid or nothing was signed yet.</summary>
    public WaiverReceipt? Receipt { get; private set; }

    /// <summary>The public key of the seal, in PEM; null if the key folder does not have it.</summary>
    public string? PublicKey { get; private set; }

    /// <summary>
    /// The guest's party, if they came by its link and others can still be added; otherwise null.
    /// </summary>
    public PartyView? Party { get; private set; }

    public string NextOfParty => OpenPages.Party(PartyLink!) + QueryIn(Language);

    public string Next => OpenPages.Kiosk(Kiosk!);

    public async Task<IActionResult> OnGet(string token)
    {
        if ((Receipt = await signing.Receipt(token, HttpContext.RequestAborted)) is not { } receipt)
            return await signing.Open(token, Language, HttpContext.RequestAborted) is null
                ? Shown(StatusCodes.Status404NotFound)
                : Redirect(OpenPages.Waiver(token) + QueryIn(Language));
        Operator = receipt.Operator;
        using var seals = new PublicSeals(storage.Keys);
        PublicKey = seals.Pem(receipt.Record.KeyId);
        Party = await PartyOf(receipt);
        if (!string.IsNullOrEmpty(Kiosk)) Response.Headers["Refresh"] = $"{KioskSeconds}; url={Next}";
        return Page();
    }

    /// <summary>The party whose link the address has, unless it is that of another charter.</summary>
    private async Task<PartyView?> PartyOf(WaiverReceipt receipt)
    {
        if (string.IsNullOrEmpty(PartyLink)) return null;
        var party = await parties.Open(PartyLink, HttpContext.RequestAborted);
        return party is { Closed: null, IsDock: false } && party.Charter.Id == receipt.Record.CharterId ? party : null;
    }

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
