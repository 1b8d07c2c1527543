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
public sealed class MePage(ShipDb db, MemberActions members, SessionActions sessions, IStringLocalizer<Text> localizer) : ShipPage
{
    private const int LongestDevice = 60;
    private const string OfTheDevice = "device";

    public string? Phone { get; private set; }

    public IReadOnlyList<string> LettersWanted { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> LetterChoices =>
    [
        (Wire.Name(LetterChoice.Daily), localizer["Each day, what I still owe"]),
        (Wire.Name(LetterChoice.Reminders), localizer["Reminders before call time"]),
        (Wire.Name(LetterChoice.OpenPlaces), localizer["Places I could take"]),
    ];

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public string Theme => Request.Cookies.Theme() ?? OfTheDevice;

    public IEnumerable<(string Value, string Text)> Themes =>
        [("day", localizer["Day"]), ("bright", localizer["Bright sun"]), ("night", localizer["Night"]), (OfTheDevice, localizer["As the device"])];

    /// <summary>The browser in few words; a program as it named itself.</summary>
    public string NameOf(Session session) =>
        session.Program is { } program ? program
        : Device.Of(session.Device) is var (browser, system) ? localizer["{0} on {1}", browser, system]
        : session.Device.Length == 0 ? localizer["A program"]
        : session.Device.Length <= LongestDevice ? session.Device : session.Device[..LongestDevice] + "…";

    public async Task<IActionResult> OnGet()
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == Me.MemberId);
        Phone = member.Phone;
        LettersWanted = [.. Enum.GetValues<LetterChoice>().Where(member.Wants).Select(Wire.Name)];
        Sessions = await sessions.Of(Me);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        var input = await Request.ReadForm();
        var outcome = await members.Change(Me, Me.MemberId, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Home()}/me?done=saved");
    }

    public async Task<IActionResult> OnPostLetters()
    {
        var input = await Request.ReadForm();
        var outcome = await members.ChooseLetters(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Home()}/me?done=saved");
    }

    public async Task<IActionResult> OnPostEnd()
    {
        var input = await Request.ReadForm();
        var outcome = await sessions.End(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Home()}/me?done=ended");
    }

    public async Task<IActionResult> OnPostEndElsewhere()
    {
        var input = await Request.ReadForm();
        var outcome = await sessions.EndElsewhere(Me, input);
        return outcome.Refusal is { } no ? await Again(no, input, OnGet) : GoTo($"{Me.Home()}/me?done=ended_elsewhere");
    }

    /// <summary>Kept in a cookie on this device, since the sun shines on one screen and not on another. Goes back to where it was asked.</summary>
    public async Task<IActionResult> OnPostTheme()
    {
        var input = await Request.ReadForm();
        var theme = Themes.Select(choice => choice.Value).FirstOrDefault(known => known == input.Text("theme"));
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365) };
        if (theme is null or OfTheDevice) Response.Cookies.Delete("theme", options);
        else Response.Cookies.Append("theme", theme, options);
        var back = input.Text("back");
        return GoTo(Url.IsLocalUrl(back) ? back : $"{Me.Home()}/me");
    }
}
