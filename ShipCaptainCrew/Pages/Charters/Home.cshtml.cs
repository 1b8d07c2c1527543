using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// The start page of an operator: own charters for the crew, the week for the office. Both can open the other view.
/// </summary>
[KeptAnswer]
public sealed class HomePage(
    AppDbContext db, CharterList charters, OfficeNeeds needs, Conflicts conflicts, TimeProvider clock) : AppPage
{
    /// <summary>"week" or "mine"; null for the default of the viewer's role.</summary>
    [FromRoute(Name = "show")]
    public string? SelectedView { get; set; }

    public bool IsWeek => SelectedView is null ? Me.IsOffice : SelectedView == "week";

    public string RefreshUrl => $"{Request.Path}{Request.QueryString}";

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => LocalTime.DateOf(Now, Me.Zone);

    public long Revision { get; private set; }

    /// <summary>The week; null if the viewer's own charters are shown.</summary>
    public WeekView? Week { get; private set; }

    /// <summary>The viewer's own charters, and those they may claim a position on.</summary>
    public IReadOnlyList<CharterLine> Lines { get; private set; } = [];

    /// <summary>Whether there is at least one vessel and one charter.</summary>
    public bool IsSetUp { get; private set; } = true;

    public async Task<IActionResult> OnGet()
    {
        Revision = await db.Log.MaxAsync(entry => (long?)entry.Seq) ?? 0;
        if (IsWeek) Week = await ReadWeek(Request.ReadQuery().Date("week", null));
        else Lines = await charters.Mine(Me, Now);
        if (!Request.IsHtmx()) return Page();
        return Week is { } week
            ? new Fragment<OfficeWeek>(new { View = week })
            : new Fragment<MyCharters>(new { Lines, Viewer = Me, Now, Revision, RefreshUrl });
    }

    /// <param name="chosen">
    /// A day of the week that was asked for; null for today and the days after it. On Sunday these are in the next
    /// week.
    /// </param>
    private async Task<WeekView> ReadWeek(DateOnly? chosen)
    {
        var day = chosen ?? Today.AddDays(1);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var first = chosen is null ? Today : monday;
        var lines = await charters.Between(Me, first, monday.AddDays(6), withOpen: chosen is null);
        var view = new WeekView
        {
            Viewer = Me, Now = Now, Today = Today, Monday = monday, BeginsToday = chosen is null, Lines = lines,
            Next = lines.Count == 0 && chosen is null ? await charters.After(Me, Today) : null,
            Revision = Revision, RefreshUrl = RefreshUrl,
        };
        if (!Me.IsOffice) return view;
        IsSetUp = lines.Count > 0 || (await db.Vessels.AnyAsync() && await db.Charters.AnyAsync());
        if (chosen is not null) return view with { Conflicts = await ConflictsIn(monday) };
        var (all, found) = await needs.Read(Me, Now);
        return view with { Needs = all, Conflicts = found };
    }

    private Task<IReadOnlyList<Conflict>> ConflictsIn(DateOnly monday) => conflicts.Between(
        CharterDates.Earliest(monday), CharterDates.Earliest(monday.AddDays(9)), Now);
}
