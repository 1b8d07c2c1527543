using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// The start page of an operator: own charters for the crew, the week for the office. Both can open the other view.
/// </summary>
[KeptAnswer]
public sealed class HomePage(
    AppDbContext db, CharterList charters, OfficeAlerts alerts, TimeProvider clock) : AppPage
{
    private static readonly TimeSpan LookAhead = TimeSpan.FromDays(28);

    /// <summary>Undelivered emails and past charters older than this are not listed as needing attention.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(14);

    /// <summary>"week" or "mine"; null for the default of the viewer's role.</summary>
    [FromRoute(Name = "show")]
    public string? SelectedView { get; set; }

    public bool IsWeek => SelectedView is null ? Me.IsOffice : SelectedView == "week";

    public string RefreshUrl => $"{Request.Path}{Request.QueryString}";

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => LocalTime.DateOf(Now, Me.Zone);

    public long Revision { get; private set; }

    public DateOnly Monday { get; private set; }

    public Guid? VesselId { get; private set; }

    public IReadOnlyList<(Guid Id, string Name)> Vessels { get; private set; } = [];

    public IReadOnlyList<CharterLine> Lines { get; private set; } = [];

    public IReadOnlyList<CharterLine> NeedingAttention { get; private set; } = [];

    public int NotDelivered { get; private set; }

    /// <summary>Since when the nightly backup fails (UTC); null if it does not, or for the crew.</summary>
    public DateTimeOffset? BackupFailingSince { get; private set; }

    /// <summary>Whether there is at least one vessel and one charter.</summary>
    public bool IsSetUp { get; private set; } = true;

    public async Task<IActionResult> OnGet()
    {
        Revision = await db.Log.MaxAsync(entry => (long?)entry.Seq) ?? 0;
        if (IsWeek && Me.IsOffice)
            (NotDelivered, BackupFailingSince) = await alerts.Read(Me.OperatorId, Now - LookBack);
        if (IsWeek) await LoadWeek();
        else Lines = await charters.Mine(Me, Now);
        if (!Request.IsHtmx()) return Page();
        return IsWeek
            ? new Fragment<WeekTable>(
                new
                {
                    Monday, Lines, NeedingAttention, NotDelivered, BackupFailingSince, Viewer = Me, Now, Revision,
                    RefreshUrl,
                })
            : new Fragment<MyCharters>(new { Lines, Viewer = Me, Now, Revision, RefreshUrl });
    }

    private async Task LoadWeek()
    {
        var query = Request.ReadQuery();
        var day = query.Date("week", Today) ?? Today;
        Monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        VesselId = query.Id("vessel");
        var isThisWeek = Today >= Monday && Today <= Monday.AddDays(6);
        Lines = await charters.Between(Me, Monday, Monday.AddDays(6), VesselId, withOpen: isThisWeek);
        var vessels = await db.Vessels.AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync();
        Vessels = [.. vessels.Select(vessel => (vessel.Id, vessel.Name))];
        if (!Me.IsOffice) return;
        NeedingAttention = await charters.Wanting(Me, Now, Now - LookBack, Now + LookAhead);
        IsSetUp = Vessels.Count > 0 && (Lines.Count > 0 || await db.Charters.AnyAsync());
    }
}
