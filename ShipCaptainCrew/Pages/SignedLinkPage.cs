using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages;

/// <summary>
/// A page opened by a signed link in an email, for the member or shore contact it was sent to. The link alone only
/// shows the page: to act, they sign in or type the code from the email. Unknown, expired and revoked links get the
/// same 404 page.
/// </summary>
public abstract class SignedLinkPage(AppDbContext db, SignedLinks links, LinkVisitors visitors) : AnonymousPage
{
    protected AppDbContext Db => db;

    public override bool IsBare => true;

    public override bool OffersSignOut => true;

    /// <summary>Whether the link is valid; if not, the page shows _LinkGone.</summary>
    public bool IsGood => Link is not null;

    /// <summary>What the form of the page needs besides the link.</summary>
    public LinkProof Proof { get; private set; }

    protected abstract LinkKind Kind { get; }

    protected SignedLink? Link { get; private set; }

    /// <summary>The signed-in member, if they may act here; otherwise null.</summary>
    protected Viewer? Member { get; private set; }

    /// <summary>Whether a signed-in member of the operator may act here without the code.</summary>
    protected abstract bool MayAct(Viewer viewer);

    /// <summary>Finds the link and selects its operator, as the person it was sent to; null if invalid.</summary>
    protected async Task<SignedLink?> Open(string token)
    {
        Link = await links.Find(Kind, token, HttpContext.RequestAborted);
        if (Link is not null) db.UseOperator(Link.OperatorId, Link.PersonId);
        return Link;
    }

    /// <summary>Determines who is signed in, once the page is loaded.</summary>
    /// <param name="slug">The slug of the link's operator.</param>
    protected async Task Identify(string slug)
    {
        var (_, viewer) = await visitors.SignedIn(HttpContext, slug);
        Member = viewer is not null && MayAct(viewer) ? viewer : null;
        Proof = Member is not null ? LinkProof.Form : Link!.TakesCode ? LinkProof.Code : LinkProof.SignIn;
    }

    /// <summary>
    /// Refuses the form unless a person sent it. If they are signed in, what follows is done and logged as theirs.
    /// </summary>
    protected async Task<Refusal?> Check(Input input)
    {
        var refusal = await visitors.Check(HttpContext, Proof, input, code =>
            links.Accepts(Link!, code, HttpContext.RequestAborted));
        if (refusal is not null || Member is not { } member) return refusal;
        db.UseOperator(member.OperatorId, member.MemberId);
        db.From = db.From with { SessionId = member.SessionId };
        return null;
    }

    protected IActionResult Gone()
    {
        Link = null;
        return Shown(StatusCodes.Status404NotFound);
    }
}
