using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Pages.Waivers;

/// <summary>
/// What was signed, by the same link: to keep, to print, to show. On a kiosk it makes room for the next person.
/// </summary>
public sealed class ReceiptPage(SigningActions signing, StoragePaths storage) : GuestPage
{
    private const int KioskSeconds = 20;

    /// <summary>Null where the link leads nowhere.</summary>
    public WaiverReceipt? Receipt { get; private set; }

    /// <summary>
    /// The public half of the key that sealed it, in PEM; null where the key folder does not have it.
    /// </summary>
    public string? PublicKey { get; private set; }

    public string Next => $"{OpenPages.Party(Kiosk!)}?kiosk=1";

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
