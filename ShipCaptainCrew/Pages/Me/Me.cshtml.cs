using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>What is a person's own: name and phone, the look of the pages, where they are signed in.</summary>
public sealed class MePage(ShipDb db, MemberActions members, SessionActions sessions, NewAddresses addresses, IStringLocalizer<Text> localizer) : ShipPage
{
    private const string OfTheDevice = "device";

    public string? Phone { get; private set; }

    public IReadOnlyList<string> LettersWanted { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> LetterChoices =>
    [
        (Wire.Name(LetterChoice.Daily), localizer["Each day, what I still owe"]),
        (Wire.Name(LetterChoice.Reminders), localizer["Reminders before call time"]),
        (Wire.Name(LetterChoice.OpenPlaces), localizer["Places I could take"]),
    ];

    /// <summary>A change of address that waits for a yes.</summary>
    public NewAddress? NewAddress { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public string Theme => ThemeCookie.Get(HttpContext) ?? OfTheDevice;

    public IEnumerable<(string Value, string Text)> Themes =>
        [("day", localizer["Day"]), ("bright", localizer["Bright sun"]), ("night", localizer["Night"]), (OfTheDevice, localizer["As the device"])];

    public async Task<IActionResult> OnGet()
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == Me.MemberId);
        Phone = member.Phone;
        LettersWanted = [.. Enum.GetValues<LetterChoice>().Where(member.Wants).Select(Wire.Name)];
        NewAddress = await addresses.WaitingFor(Me.PersonId, HttpContext.RequestAborted);
        Sessions = await sessions.Of(Me);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await members.Change(Me, Me.MemberId, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Pages.Me}?done=saved");
    }

    public async Task<IActionResult> OnPostLetters()
    {
        var input = await Request.ReadForm();
        var outcome = await members.ChooseLetters(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Pages.Me}?done=saved");
    }

    public async Task<IActionResult> OnPostEnd()
    {
        var input = await Request.ReadForm();
        var outcome = await sessions.End(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Pages.Me}?done=ended");
    }

    public async Task<IActionResult> OnPostEndElsewhere()
    {
        var input = await Request.ReadForm();
        var outcome = await sessions.EndElsewhere(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Pages.Me}?done=ended_elsewhere");
    }

    /// <summary>Goes back to where it was asked.</summary>
    public async Task<IActionResult> OnPostTheme()
    {
        var input = await Request.ReadForm();
        ThemeCookie.Set(HttpContext, input.Text("theme"));
        var back = input.Text("back");
        return GoTo(Url.IsLocalUrl(back) ? back : Me.Pages.Me);
    }
}
