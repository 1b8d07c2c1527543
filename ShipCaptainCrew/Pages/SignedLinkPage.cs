using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page opened by a signed link in an email, acting as the member or shore contact it was sent to. Unknown, expired
/// and revoked links get the same 404 page.
/// </summary>
public abstract class SignedLinkPage(AppDbContext db, SignedLinks links) : AnonymousPage
{
    protected AppDbContext Db => db;

    public override bool IsBare => true;

    /// <summary>Whether the link is valid; if not, the page shows _LinkGone.</summary>
    public bool IsGood => Link is not null;

    protected abstract LinkKind Kind { get; }

    protected SignedLink? Link { get; private set; }

    /// <summary>Finds the link and selects its operator, as the person it was sent to; null if invalid.</summary>
    protected async Task<SignedLink?> Open(string token)
    {
        Link = await links.Find(Kind, token, HttpContext.RequestAborted);
        if (Link is not null) db.UseOperator(Link.OperatorId, Link.PersonId);
        return Link;
    }

    protected IActionResult Gone()
    {
        Link = null;
        return Shown(StatusCodes.Status404NotFound);
    }
}
