using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page for a member or the shore contact, by the link of a letter: it speaks as the person the link was made for.
/// What it says of a link that is unknown, expired or taken back is the same.
/// </summary>
public abstract class SignedLinkPage(AppDbContext db, SignedLinks links) : AnonymousPage
{
    protected AppDbContext Db => db;

    public override bool IsBare => true;

    /// <summary>Whether there is a link behind the address; if not, the page says where to go instead.</summary>
    public bool IsGood => Link is not null;

    protected abstract LinkKind Kind { get; }

    protected SignedLink? Link { get; private set; }

    /// <summary>Enters the link's operator, as the member it was made for.</summary>
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
