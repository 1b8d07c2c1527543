using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Party;

/// <summary>
/// Adds a guest by a party's link or the QR code at the dock, then redirects to the guest's waiver. On a kiosk it
/// returns here for the next person.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PartyPage(PartyActions parties) : GuestPage
{
    [FromRoute(Name = "token")]
    public string Token { get; set; } = "";

    /// <summary>Null if the link is not valid.</summary>
    public PartyView? Party { get; private set; }

    /// <summary>Whether a guest with nothing to sign was just added.</summary>
    public bool Added { get; private set; }

    public string Here => OpenPages.Party(Token) + QueryIn(Language);

    /// <summary>Whether the guest is a minor, so that the section for it is open.</summary>
    public bool IsForMinor => ValueOf("minor", null) == "true" || ValueOf("guardian_name", null) is { Length: > 0 }
        || ErrorOf("minor") is not null || ErrorOf("guardian_name") is not null;

    public bool HasNeeds => ValueOf("needs", null) is { Length: > 0 } || ErrorOf("needs") is not null;

    protected override string? KioskToken => Kiosk is null ? null : Token;

    public async Task<IActionResult> OnGet()
    {
        Party ??= await parties.Open(Token, HttpContext.RequestAborted);
        (Operator, Added) = (Party?.Operator, HttpMethods.IsGet(Request.Method) && Request.Query.ContainsKey("added"));
        return Party is null
            ? Shown(StatusCodes.Status404NotFound)
            : Party.Closed is null ? Page() : Shown(StatusCodes.Status410Gone);
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        if (await OnGet() is var page && Party is null) return page;
        var outcome = await parties.Join(Party, input);
        if (outcome.Refusal is { } refusal) return await Again(refusal, input, OnGet);
        return GoTo(
            Party.SignsWaiver ? await parties.ToSign(Party, outcome.Id) + WaiverQuery(Party) : $"{Here}&added=1");
    }

    /// <summary>
    /// The query of the waiver page: how the guest got there, and in a party or on a kiosk the token, which leads back
    /// here and is stored nowhere.
    /// </summary>
    private string WaiverQuery(PartyView party)
    {
        (By, Kiosk) = (party.IsDock ? "dock" : "party", Kiosk is null ? null : Token);
        PartyLink = party.IsDock || Kiosk is not null ? null : Token;
        return QueryIn(Language);
    }
}
