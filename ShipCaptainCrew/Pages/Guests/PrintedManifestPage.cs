using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>
/// A page that prints the manifest: vessel, crew, guests, counts and times, in the charter's time zone.
/// </summary>
public abstract class PrintedManifestPage(AppDbContext db, TimeProvider clock) : GuestListPage(db)
{
    private const string Blank = "______";

    public IReadOnlyList<(CrewRole Role, Member Member)> Crew { get; private set; } = [];

    public string Operator => Me.OperatorName;

    /// <summary>The place whose time the charter goes by.</summary>
    public string ClockPlace => Me.PlaceOf(View.Charter.TimeZone, View.Vessel);

    public string PrintedAt => Clock(clock.GetUtcNow(), TimeParts.YearAndTime);

    /// <summary>Times and counts by label; unknown ones are blank lines to fill in by hand.</summary>
    public IEnumerable<(LocalizedText Label, string Text)> Facts
    {
        get
        {
            var charter = View.Charter;
            yield return ("Departure, planned", Clock(charter.Departure));
            yield return ("Lines off", Clock(charter.ActualDeparture));
            yield return ("Return, planned", Clock(charter.Return));
            yield return ("All fast", Clock(charter.ActualReturn));
            yield return ("Sunset", Clock(View.Sun.Sunset));
            yield return ("Guests boarded", Manifest.Boarded.ToString(CultureInfo.CurrentCulture));
            yield return ("Counted before departure", CountText(CountOf.Departure));
            yield return ("Counted after the return", CountText(CountOf.Return));
        }
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } forbidden) return forbidden;
        var positions = View.Charter.Positions.Where(position => !position.IsOpen).OrderBy(position => position.Role)
            .ToList();
        var ids = positions.ConvertAll(position => position.MemberId!.Value);
        var members = await Db.Members.AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        Crew = positions.ConvertAll(position => (position.Role, members[position.MemberId!.Value]));
        return null;
    }

    private string CountText(CountOf which) =>
        Manifest.Muster?.Latest(which) is [_, ..] counts
            ? string.Join(", ", counts.Select(count => count.Guests))
            : Blank;

    private string Clock(DateTimeOffset? at, TimeParts parts = TimeParts.Time) =>
        at is null ? Blank : TimeText.Of(at.Value, View.Charter.Zone, parts);
}
