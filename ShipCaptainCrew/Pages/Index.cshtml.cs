using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Pages;

/// <summary>Sends somebody who is signed in to the operator they used last; shows everybody else the way in.</summary>
[AllowAnonymous]
public sealed class IndexPage(SessionResolver sessions, DemoSignIn oneTap, IHostEnvironment environment) : AppPage
{
    /// <summary>The demo's people, to come in as with one tap: in Development only.</summary>
    public IReadOnlyList<Member> Visitors { get; private set; } = [];

    /// <summary>Somebody is signed in, and no operator is open to them.</summary>
    public bool IsNowhere { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        var (session, viewer) = await sessions.Home(User, HttpContext.RequestAborted);
        if (viewer is not null) return Redirect(viewer.Pages.Home);
        IsNowhere = session is not null;
        if (environment.IsDevelopment()) Visitors = await oneTap.Visitors(HttpContext.RequestAborted);
        return Page();
    }

    public static LocalizedText PartOf(Member member) =>
        member.Role == MemberRole.Crew && member.Qualifications.Count > 0
            ? member.Qualifications[0].Label() : member.Role.Label();
}
