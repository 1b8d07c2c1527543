using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Timing;

/// <summary>
/// Sunset tables by month for a vessel's home port, with the times a charter type would have. Printable; for all
/// members.
/// </summary>
public sealed class SeasonPage(AppDbContext db, PlanReader plans, TimeProvider clock, IStringLocalizer<Text> localizer)
    : AppPage
{
    private const int MaxMonths = 12;

    public Vessel? Vessel { get; private set; }

    public CharterType? Type { get; private set; }

    /// <summary>The first day of the first month.</summary>
    public DateOnly From { get; private set; }

    public int Months { get; private set; }

    public CharterLocation Where { get; private set; } = null!;

    public IReadOnlyList<Vessel> Vessels { get; private set; } = [];

    public IReadOnlyList<CharterType> Types { get; private set; } = [];

    public DateOnly Today => LocalTime.DateOf(clock.GetUtcNow(), Where.Zone);

    public IEnumerable<DateOnly> EachMonth =>
        Enumerable.Range(0, Months).Select(From.AddMonths).Where(month => month <= InputLimits.LastDay);

    public IEnumerable<(string Value, string Text)> Lengths =>
        from count in Enumerable.Range(1, MaxMonths)
        let text = count == 1 ? localizer["One month"] : localizer["{0} months", count]
        select (count.ToString(CultureInfo.InvariantCulture), text.Value);

    public async Task OnGet()
    {
        var query = Request.ReadQuery();
        var vessels = await db.Vessels.AsNoTracking().Where(row => row.ArchivedAt == null).ToListAsync();
        Vessels = [.. vessels.OrderBy(vessel => vessel.Name, StringComparer.CurrentCulture)];
        Types = await db.CharterTypes.AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name)
            .ToListAsync();
        var (vesselId, typeId) = (query.Id("vessel"), query.Id("type"));
        Vessel = Vessels.FirstOrDefault(row => row.Id == vesselId) ?? (Vessels.Count > 0 ? Vessels[0] : null);
        Type = Types.FirstOrDefault(row => row.Id == typeId);
        Where = await plans.WhereIs(Vessel, Me);
        From = MonthOf(query.Text("from")) ?? new(Today.Year, Today.Month, 1);
        Months = query.Whole("months", 1, 1, MaxMonths) ?? 1;
    }

    public IEnumerable<SeasonDay> Days(DateOnly month) => SeasonDay.In(month, Type?.Schedule, Where.Port, Where.Zone);

    /// <summary>Parses a month such as 2026-07; null if invalid or out of the supported range.</summary>
    private static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month >= InputLimits.FirstDay && month <= InputLimits.LastDay
            ? month
            : null;
}
