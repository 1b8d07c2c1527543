using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>
/// Confirms or declines a crew position, by the link in an email: with its code, or signed in as the member it was sent
/// to.
/// </summary>
public sealed class AttendanceAnswerPage(
    AppDbContext db, SignedLinks links, LinkVisitors visitors, AttendanceActions attendance, TimeProvider clock)
    : SignedLinkPage(db, links, visitors)
{
    public Operator Operator { get; private set; } = null!;

    public Charter Charter { get; private set; } = null!;

    public string Vessel { get; private set; } = "";

    public string Name { get; private set; } = "";

    public DateTimeOffset Now => clock.GetUtcNow();

    public CrewPosition? Place => Charter.PositionOf(Link!.PersonId!.Value);

    protected override string? Locale => Operator?.EffectiveLocale;

    protected override LinkKind Kind => LinkKind.Presence;

    public async Task<IActionResult> OnGet(string token) =>
        await Open(token) is { } link && await Load(link) ? Page() : Gone();

    public async Task<IActionResult> OnPost(string token)
    {
        if (await Open(token) is not { } link || !await Load(link)) return Gone();
        var input = await ReadForm();
        var refusal = await Check(input) ?? (await attendance.Answer(link, input)).Refusal;
        return refusal is null ? GoTo(Request.Path) : await Again(refusal, input, () => OnGet(token));
    }

    protected override bool MayAct(Viewer viewer) => viewer.MemberId == Link!.PersonId;

    private async Task<bool> Load(SignedLink link)
    {
        var member = await Db.Members.AsNoTracking().FirstOrDefaultAsync(row => row.Id == link.PersonId);
        var charter = await Db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == link.SubjectId);
        if (member is not { CanSignIn: true } || charter is null or { Status: CharterStatus.Draft }
            || charter.HasSailed || charter.Departure <= Now)
            return false;
        (Charter, Name) = (charter, member.Name);
        Operator = await Db.Operators.AsNoTracking().FirstAsync(row => row.Id == link.OperatorId);
        Vessel = await Db.Vessels.Where(row => row.Id == charter.VesselId).Select(row => row.Details.Name).FirstAsync();
        await Identify(Operator.Slug);
        return true;
    }
}
