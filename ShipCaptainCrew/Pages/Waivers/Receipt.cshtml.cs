using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Pages.Waivers;

/// <summary>The guest's copy of a signed waiver. On a kiosk it moves on to the next person after a while.</summary>
public sealed class ReceiptPage(SigningActions signing, StoragePaths storage) : GuestPage
{
    private const int KioskSeconds = 20;

    /// <summary>Null if the link is not valid or nothing was signed yet.</summary>
    public WaiverReceipt? Receipt { get; private set; }

    /// <summary>The public key of the seal, in PEM; null if the key folder does not have it.</summary>
    public string? PublicKey { get; private set; }

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
        if (!string.IsNullOrEmpty(Kiosk)) Response.Headers["Refresh"] = $"{KioskSeconds}; url={Next}";
        return Page();
    }

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
