using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Invites a member, or changes one.</summary>
public sealed class MemberPage(
    AppDbContext db, MemberActions members, IStringLocalizer<Text> localizer, TimeProvider clock)
    : ReferencePage<Member>(db, members)
{
    public bool IsMe => Thing?.Id == Me.MemberId;

    public bool MayChange => !IsMe && (Thing?.IsOffice != true || Me.May(Right.TouchOffice));

    /// <summary>How many positions on coming charters become open if this member leaves.</summary>
    public int Positions { get; private set; }

    /// <summary>Explains the effect of suspending or archiving the member.</summary>
    public string LeavingEffect => Positions switch
    {
        0 => localizer["No role on an upcoming charter becomes open."],
        1 => localizer["One role on an upcoming charter becomes open; its captain and the office are emailed."],
        _ => localizer["{0} roles on upcoming charters become open; the captains and the office are "
            + "emailed.", Positions],
    };

    public override string List => Me.Pages.Crew;

    public IEnumerable<(string Value, string Text)> Qualifications =>
        Enum.GetValues<CrewRole>().Select(role => (WireNames.Name(role), localizer.Capitalize(role.Label())));

    public IEnumerable<(string Value, string Text)> Roles =>
    [
        (WireNames.Name(MemberRole.Crew), localizer["Crew: claims roles and uses checklists"]),
        (WireNames.Name(MemberRole.Dispatcher), localizer["Dispatcher: plans charters, manages vessels, lists and "
            + "crew"]),
        (WireNames.Name(MemberRole.Owner), localizer["Owner: everything"]),
    ];

    /// <summary>Suspended, and the one of invited and active that the member would otherwise be.</summary>
    public IEnumerable<(string Value, string Text)> Statuses => Enum.GetValues<MemberStatus>()
        .Where(status => status == MemberStatus.Suspended
            || status == (Thing!.JoinedAt is null ? MemberStatus.Invited : MemberStatus.Active))
        .Select(status => (WireNames.Name(status), localizer.Say(status.Label())));

    public async Task<IActionResult> OnPostInvite(Guid id)
    {
        var input = await Request.ReadForm();
        return await Answer(id, input, await members.InviteAgain(Me, id, input), "invited");
    }

    protected override async Task Prepare() =>
        Positions = Thing is null ? 0 : (await Db.ComingCharters(Thing.Id, clock.GetUtcNow())).Count;

    protected override async Task<IActionResult> Save(Guid? id, Input input) =>
        id is null ? await Answer(id, input, await members.Create(Me, input), "invited") : await base.Save(id, input);
}
