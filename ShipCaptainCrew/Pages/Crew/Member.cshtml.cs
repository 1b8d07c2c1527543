using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Invites somebody, and keeps what the office says of them.</summary>
public sealed class MemberPage(ShipDb db, MemberActions members, IStringLocalizer<Text> localizer, TimeProvider clock) : KeptPage<Member>(db, members)
{
    public bool IsMe => Thing?.Id == Me.MemberId;

    public bool MayChange => !IsMe && (Thing?.IsOffice != true || Me.May(Right.TouchOffice));

    /// <summary>How many places on coming charters become free if this person leaves.</summary>
    public int Places { get; private set; }

    /// <summary>What leaving does, in words, before it is done.</summary>
    public string Leaving => Places switch
    {
        0 => localizer["No place on a coming charter becomes free."],
        1 => localizer["One place on a coming charter becomes free; its captain and the office are mailed."],
        _ => localizer["{0} places on coming charters become free; the captains and the office are mailed.", Places],
    };

    public override string List => Me.Pages.Crew;

    public IEnumerable<(string Value, string Text)> Qualifications => Enum.GetValues<CrewRole>().Select(role => (Wire.Name(role), Capital(role.Word())));

    public IEnumerable<(string Value, string Text)> Roles =>
    [
        (Wire.Name(MemberRole.Crew), localizer["Crew: claims places and works checklists"]),
        (Wire.Name(MemberRole.Dispatcher), localizer["Dispatcher: plans charters, keeps vessels, lists and crew"]),
        (Wire.Name(MemberRole.Owner), localizer["Owner: everything"]),
    ];

    /// <summary>Nobody is made invited or active by a click: they are the one or the other, until suspended.</summary>
    public IEnumerable<(string Value, string Text)> Statuses => Enum.GetValues<MemberStatus>()
        .Where(status => status == MemberStatus.Suspended || status == (Thing!.JoinedAt is null ? MemberStatus.Invited : MemberStatus.Active))
        .Select(status => (Wire.Name(status), localizer.Say(status.Word())));

    /// <summary>A word of the trade where it begins a line.</summary>
    public string Capital(Words words) => localizer.Say(words) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";

    public async Task<IActionResult> OnPostInvite(Guid id)
    {
        var input = await Request.ReadForm();
        return await Answer(id, input, await members.InviteAgain(Me, id, input), "invited");
    }

    protected override async Task Prepare() => Places = Thing is null ? 0 : (await Db.ComingCharters(Thing.Id, clock.GetUtcNow())).Count;

    protected override async Task<IActionResult> Save(Guid? id, Input input) =>
        id is null ? await Answer(id, input, await members.Create(Me, input), "invited") : await base.Save(id, input);
}
