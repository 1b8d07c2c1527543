using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Where a party's link and the code at the dock lead: one adds a person and goes on to that person's waiver. The link is the right to do it.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Open), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PartyPage(PartyActions parties) : ShipPage
{
    [FromRoute(Name = "token")]
    public string Token { get; set; } = "";

    /// <summary>Set on a shared phone, which is back here and empty after each guest.</summary>
    [FromQuery(Name = "kiosk")]
    public string? Kiosk { get; set; }

    /// <summary>Null where the link opens nothing.</summary>
    public PartySheet? Party { get; private set; }

    /// <summary>Somebody was just added who has nothing to sign.</summary>
    public bool Added { get; private set; }

    public string Here => $"/party/{Token}{(Kiosk is null ? "" : "?kiosk=1")}";

    public async Task<IActionResult> OnGet()
    {
        Party ??= await parties.Open(Token, HttpContext.RequestAborted);
        Added = Request.Method == HttpMethods.Get && Request.Query.ContainsKey("added");
        if (Party is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        if (await OnGet() is var page && Party is null) return page;
        var outcome = await parties.Join(Party, input);
        if (outcome.Refusal is { } no) return await Again(no, input, OnGet);
        if (!Party.SignsWaiver) return GoTo($"{Here}{(Kiosk is null ? "?" : "&")}added=1");
        return GoTo(await parties.ToSign(Party, outcome.Id) + Onward(Party));
    }

    /// <summary>The waiver notes how one came. On a shared phone it leads back here, so that the token goes along: nothing else may remember it.</summary>
    private string Onward(PartySheet party) => $"?by={(party.IsDock ? "dock" : "party")}{(Kiosk is null ? "" : $"&kiosk={Uri.EscapeDataString(Token)}")}";
}
