using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page whose address is itself the right to it. It needs no sign-in, no cookie and no script; what it says of a link that is unknown,
/// expired or taken back is the same.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Open)]
public abstract class SignedPage(ShipDb db, SignedLinks links) : ShipPage
{
    protected ShipDb Db => db;

    public override bool IsBare => true;

    /// <summary>Whether there is a link behind the address; if not, the page says where to go instead.</summary>
    public bool IsGood => Link is not null;

    protected abstract LinkKind Kind { get; }

    protected SignedLink? Link { get; private set; }

    /// <summary>Enters the link's operator, as the member it was made for.</summary>
    protected async Task<SignedLink?> Open(string token)
    {
        Link = await links.Find(Kind, token, HttpContext.RequestAborted);
        if (Link is not null) db.Enter(Link.OperatorId, Link.PersonId);
        return Link;
    }

    protected IActionResult Gone()
    {
        Link = null;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
