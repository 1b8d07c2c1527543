using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Invites several people as crew at once, one a line.</summary>
public sealed class InviteSeveralPage(MemberActions members, IStringLocalizer<Text> localizer) : AppPage
{
    public IEnumerable<(string Value, string Text)> Qualifications =>
        Enum.GetValues<CrewRole>().Select(role => (WireNames.Name(role), localizer.Capitalize(role.Label())));

    public Task<IActionResult> OnGet() => Task.FromResult<IActionResult>(
        Me.May(Right.KeepReferenceData) ? Page() : StatusCode(StatusCodes.Status403Forbidden));

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await members.CreateSeveral(Me, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, OnGet)
            : GoTo($"{Me.Pages.Crew}?done=invited_several");
    }
}
