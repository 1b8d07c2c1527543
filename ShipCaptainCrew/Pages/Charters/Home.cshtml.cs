using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// Where everybody begins: the crew at their own charters, the office at the week. Each may look at the other.
/// </summary>
public sealed class HomePage(AppDbContext db, CharterList charters, TimeProvider clock) : AppPage
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(28);

    /// <summary>A letter lost, or a charter over, longer ago than this nobody asks about.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromDays(14);

    /// <summary>Which of the two; without it, the one that fits.</summary>
    [FromRoute(Name = "show")]
    public string? Which { get; set; }

    public bool IsWeek => Which is null ? Me.IsOffice : Which == "week";

    public string Here => $"{Request.Path}{Request.QueryString}";

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => LocalTime.DateOf(Now, Me.Zone);

    public long Revision { get; private set; }

    public DateOnly Monday { get; private set; }

    public Guid? VesselId { get; private set; }

    public IReadOnlyList<(Guid Id, string Name)> Vessels { get; private set; } = [];

    public IReadOnlyList<CharterLine> Lines { get; private set; } = [];

    public IReadOnlyList<CharterLine> Wanting { get; private set; } = [];

    public int NotDelivered { get; private set; }

    /// <summary>There is all that a first charter takes, and the charter.</summary>
    public bool IsSetUp { get; private set; } = true;

    public async Task<IActionResult> OnGet()
    {
        Revision = await db.Log.MaxAsync(entry => (long?)entry.Seq) ?? 0;
        if (IsWeek && Me.IsOffice) NotDelivered = await CountNotDelivered(Now - Behind);
        if (Request.IsHtmx() && HttpContext.IsFresh(Me, Revision, Today, NotDelivered)) return new EmptyResult();
        if (IsWeek) await LoadWeek();
        else Lines = await charters.Mine(Me, Now);
        return !Request.IsHtmx() ? Page()
            : IsWeek
                ? new Fragment<WeekTable>(
                    new { Monday, Lines, Wanting, NotDelivered, Viewer = Me, Now, Revision, Here })
            : new Fragment<MyCharters>(new { Lines, Viewer = Me, Now, Revision, Here });
    }

    private Task<int> CountNotDelivered(DateTimeOffset since) =>
        db.Outbox.CountAsync(email => email.State == EmailState.NotDelivered && email.SettledAt > since);

    private async Task LoadWeek()
    {
        var query = Request.ReadQuery();
        var day = query.Date("week", Today) ?? Today;
        Monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        VesselId = query.Id("vessel");
        Lines = await charters.Between(Me, Monday, Monday.AddDays(6), VesselId);
        Vessels = [
            .. (await db.Vessels.AsNoTracking().Where(row => row.ArchivedAt == null)
                .ToListAsync()).Select(vessel => (vessel.Id, vessel.Name))];
        if (!Me.IsOffice) return;
        Wanting = await charters.Wanting(Me, Now, Now - Behind, Now + Ahead);
        IsSetUp = Vessels.Count > 0 && (Lines.Count > 0 || await db.Charters.AnyAsync());
    }
}
