using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Accounts;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Me;

/// <summary>A member's own settings: name, phone, emails, theme and sessions.</summary>
public sealed class MePage(AppDbContext db, MemberActions members, SessionActions sessions, EmailChanges emailChanges,
    IStringLocalizer<Text> localizer)
    : AppPage
{
    private const string DeviceTheme = "device";

    public string? Phone { get; private set; }

    public IReadOnlyList<string> EmailsWanted { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> EmailChoices =>
    [
        (WireNames.Name(EmailPreference.Daily), localizer["Daily to-do email"]),
        (WireNames.Name(EmailPreference.Reminders), localizer["Reminders before call time"]),
        (WireNames.Name(EmailPreference.OpenPlaces), localizer["Open roles"]),
    ];

    /// <summary>A change of address waiting to be confirmed.</summary>
    public EmailChange? NewAddress { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public string Theme => ThemeCookie.Get(HttpContext) ?? DeviceTheme;

    public IEnumerable<(string Value, string Text)> Themes =>
    [
        ("day", localizer["Day"]),
        ("bright", localizer["Bright"]),
        ("night", localizer["Night"]),
        (DeviceTheme, localizer["Same as phone"]),
    ];

    public async Task<IActionResult> OnGet()
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == Me.MemberId);
        Phone = member.Phone;
        EmailsWanted = [.. Enum.GetValues<EmailPreference>().Where(member.Wants).Select(WireNames.Name)];
        NewAddress = await emailChanges.WaitingFor(Me.PersonId, HttpContext.RequestAborted);
        Sessions = await sessions.Of(Me);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await members.Change(Me, Me.MemberId, input);
        return outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Me}?done=saved");
    }

    public async Task<IActionResult> OnPostLetters()
    {
        var input = await Request.ReadForm();
        var outcome = await members.ChooseEmails(Me, input);
        return outcome.Refusal is { } refusal ? await Again(refusal, input, OnGet) : GoTo($"{Me.Pages.Me}?done=saved");
    }

    public async Task<IActionResult> OnPostEnd()
    {
        var input = await Request.ReadForm();
        return await Ended(await sessions.End(Me, input), input, "ended");
    }

    public async Task<IActionResult> OnPostEndElsewhere()
    {
        var input = await Request.ReadForm();
        return await Ended(await sessions.EndElsewhere(Me, input), input, "ended_elsewhere");
    }

    /// <summary>Stores the theme in a cookie and returns to the page it was chosen on.</summary>
    public async Task<IActionResult> OnPostTheme()
    {
        var input = await Request.ReadForm();
        ThemeCookie.Set(HttpContext, input.Text("theme"));
        var back = input.Text("back", max: InputLimits.Text);
        return GoTo(Url.IsLocalUrl(back) ? back : Me.Pages.Me);
    }

    /// <summary>A button has no input to keep, so it leads to signing in again at once.</summary>
    private async Task<IActionResult> Ended(Outcome outcome, Input input, string done) => outcome.Refusal switch
    {
        null => GoTo($"{Me.Pages.Me}?done={done}"),
        { Code: Lookups.SignInAgain } => SignInAgain(Me.Pages.Me),
        { } refusal => await Again(refusal, input, OnGet),
    };
}
