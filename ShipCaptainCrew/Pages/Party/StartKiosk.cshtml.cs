using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Pages.SignIn;

namespace ShipCaptainCrew.Pages.Party;

/// <summary>
/// Ends the session of whoever is signed in in this browser before guests share it. Nobody signed in: straight to the
/// kiosk.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StartKioskPage(PartyActions parties, MagicLinks links, SignInLog signInLog) : GuestPage
{
    /// <summary>Null if the link is not valid.</summary>
    public PartyView? Party { get; private set; }

    protected override string? KioskToken => null;

    public async Task<IActionResult> OnGet(string token)
    {
        if (!await Load(token)) return Shown(StatusCodes.Status404NotFound);
        return User.Identity?.IsAuthenticated == true ? Page() : Redirect(KioskOf(token));
    }

    public async Task<IActionResult> OnPost(string token)
    {
        if (!await Load(token)) return Shown(StatusCodes.Status404NotFound);
        await BrowserSession.End(HttpContext, links, signInLog);
        return GoTo(KioskOf(token));
    }

    private async Task<bool> Load(string token)
    {
        Party = await parties.Open(token, HttpContext.RequestAborted);
        Operator = Party?.Operator;
        return Party is not null;
    }

    private static string KioskOf(string token) => $"{OpenPages.Kiosk(token)}&lang={Language}";
}
