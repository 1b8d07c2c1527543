using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>
/// Everyone on this voyage on paper: vessel, crew, guests, counts and times. Local times of the charter's zone.
/// </summary>
public sealed class ManifestPage(AppDbContext db, TimeProvider clock) : GuestListPage(db)
{
    public IReadOnlyList<(CrewRole Role, Member Member)> Crew { get; private set; } = [];

    public string Operator => Me.OperatorName;

    public string PrintedAt => Clock(clock.GetUtcNow(), "d MMM yyyy HH:mm");

    /// <summary>Times and counts, by name; what is not known yet is left for a pen.</summary>
    public IEnumerable<(LocalizedText Term, string Words)> Facts
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
            yield return ("Counted going out", Counted(CountOf.Departure));
            yield return ("Counted coming back", Counted(CountOf.Return));
        }
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } no) return no;
        var positions = View.Charter.Positions.Where(position => !position.IsOpen).OrderBy(position => position.Role)
            .ToList();
        var ids = positions.ConvertAll(position => position.MemberId!.Value);
        var members = await Db.Members.AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        Crew = positions.ConvertAll(position => (position.Role, members[position.MemberId!.Value]));
        return null;
    }

    private string Counted(CountOf which) =>
        Manifest.Muster?.Latest(which) is [_, ..] counts
            ? string.Join(", ", counts.Select(count => count.Guests)) : "______";

    private string Clock(DateTimeOffset? at, string format = "HH:mm") =>
        at is null ? "______" : LocalTime.At(at.Value, View.Charter.Zone).ToString(format, CultureInfo.CurrentCulture);
}
