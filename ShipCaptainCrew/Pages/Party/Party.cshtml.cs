using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Party;

/// <summary>
/// Where a party's link and the code at the dock lead: one adds a person and goes on to that person's waiver. On a
/// shared phone it begins anew each time.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PartyPage(PartyActions parties) : GuestPage
{
    [FromRoute(Name = "token")]
    public string Token { get; set; } = "";

    /// <summary>Null where the link opens nothing.</summary>
    public PartyView? Party { get; private set; }

    /// <summary>Somebody was just added who has nothing to sign.</summary>
    public bool Added { get; private set; }

    public string Here => OpenPages.Party(Token) + QueryIn(Language);

    public async Task<IActionResult> OnGet()
    {
        Party ??= await parties.Open(Token, HttpContext.RequestAborted);
        (Operator, Added) = (Party?.Operator, HttpMethods.IsGet(Request.Method) && Request.Query.ContainsKey("added"));
        return Party is null
            ? Shown(StatusCodes.Status404NotFound) : Party.Closed is null ? Page() : Shown(StatusCodes.Status410Gone);
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        if (await OnGet() is var page && Party is null) return page;
        var outcome = await parties.Join(Party, input);
        if (outcome.Refusal is { } refusal) return await Again(refusal, input, OnGet);
        return GoTo(Party.SignsWaiver ? await parties.ToSign(Party, outcome.Id) + Onward(Party) : $"{Here}&added=1");
    }

    /// <summary>
    /// The waiver notes how one came. On a shared phone it leads back here, so that the token goes along: nothing else
    /// may remember it.
    /// </summary>
    private string Onward(PartyView party)
    {
        (By, Kiosk) = (party.IsDock ? "dock" : "party", Kiosk is null ? null : Token);
        return QueryIn(Language);
    }
}
