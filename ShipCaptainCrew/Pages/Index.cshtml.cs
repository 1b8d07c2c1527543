using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Pages;

/// <summary>Redirects signed-in users to the operator they used last; shows others a link to sign in.</summary>
[AllowAnonymous]
public sealed class IndexPage(SessionResolver sessions, DemoSignIn demoSignIn, IHostEnvironment environment) : AppPage
{
    /// <summary>Demo members to sign in as; in Development only.</summary>
    public IReadOnlyList<Member> DemoMembers { get; private set; } = [];

    /// <summary>Signed in, but with access to no active operator.</summary>
    public bool HasNoOperator { get; private set; }

    /// <summary>Why that is, and what to do.</summary>
    public LocalizedText Advice { get; private set; } = SessionResolver.NoOperatorOpen;

    public async Task<IActionResult> OnGet()
    {
        var (session, viewer) = await sessions.Home(User, HttpContext.RequestAborted);
        if (viewer is not null) return Redirect(viewer.Pages.Home);
        HasNoOperator = session is not null;
        if (session is not null) Advice = await sessions.Advise(session.PersonId, HttpContext.RequestAborted);
        if (environment.IsDevelopment()) DemoMembers = await demoSignIn.Visitors(HttpContext.RequestAborted);
        return Page();
    }

    public static LocalizedText RoleOf(Member member) =>
        member.Role == MemberRole.Crew && member.Qualifications.Count > 0
            ? member.Qualifications[0].Label()
            : member.Role.Label();
}
