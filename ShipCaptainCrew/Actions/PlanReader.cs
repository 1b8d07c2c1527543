using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions;

/// <summary>A charter as it was asked for, with what it stands on.</summary>
public sealed record AskedPlan(Plan Plan, Vessel? Vessel, CharterType? Type, TimeZoneInfo Zone);

/// <summary>
/// Reads a charter's own fields. What is not given comes from the type or stays; times given once keep their clock time, the
/// others follow the date.
/// </summary>
public sealed class PlanReader(ShipDb db)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public async Task<AskedPlan> Read(Viewer viewer, Input input, Charter? charter = null)
    {
        var now = charter?.Plan;
        var vessel = await ReadVessel(input, now?.VesselId);
        var type = await ReadType(input, charter?.CharterTypeId);
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == viewer.OperatorId);
        var place = new Whereabouts(
            TimeZoneInfo.FindSystemTimeZoneById(vessel?.Details.TimeZone ?? house.TimeZone),
            vessel?.Details.HomePort ?? house.HomePort);
        var date = input.Date("event_date", now?.Date, required: "Choose the date.") ?? now?.Date ?? Limits.FirstDay;
        var schedule = type?.Id == charter?.CharterTypeId ? charter?.Schedule ?? type?.Schedule : type?.Schedule;
        var plan = ReadTimes(input, now, date, schedule, place) with
        {
            VesselId = vessel?.Id ?? default,
            Title = input.Text("title", now?.Title) ?? type?.Name ?? "Charter",
            MeetingPoint = input.Text("meeting_point", now?.MeetingPoint, Limits.Text),
            Contact = Contact.Read(input.Part("contact"), input.Clears("contact") ? Contact.None : now?.Contact ?? Contact.None),
            Reference = input.Text("reference", now?.Reference),
            GuestsExpected = input.Whole("guests_expected", now?.GuestsExpected, 0, 5000),
            Notes = input.Text("notes", now?.Notes, Limits.Text),
        };
        return new(plan, vessel, type, place.Zone);
    }

    private static Plan ReadTimes(Input input, Plan? now, DateOnly date, Schedule? schedule, Whereabouts place)
    {
        var zone = place.Zone;
        var (departure, departureGiven) = Given("departure_time", now?.Departure, now?.DepartureGiven == true)
            ?? (schedule?.DepartureOn(date, place.Port, zone), false);
        if (departure is null && schedule?.Anchor == Anchor.Sunset) input.Error("departure_time", "The sun does not set there that day. Enter a departure time.");
        var (back, backGiven) = Given("return_time", now?.Return, now?.ReturnGiven == true)
            ?? (schedule is null ? null : departure?.AddMinutes(schedule.DurationMinutes), false);
        Check(input, date, departure, back, zone);
        var arrive = input.Has("guests_arrive_at") ? input.Instant("guests_arrive_at", null, zone, date) : Moved(now?.GuestsArriveAt);
        return new(default, date, "", departure, departureGiven, back, backGiven, null, arrive, Contact.None, null, null, null);

        (DateTimeOffset?, bool)? Given(string field, DateTimeOffset? before, bool wasGiven) =>
            input.Has(field) ? input.IsNull(field) || input.Instant(field, null, zone, date) is not { } instant ? null : (instant, true)
            : wasGiven ? (Moved(before), true)
            : null;

        DateTimeOffset? Moved(DateTimeOffset? instant) =>
            instant is { } at && now!.Date != date
                ? LocalTime.Nearest(LocalTime.At(at, zone).AddDays(date.DayNumber - now.Date.DayNumber), zone)
                : instant;
    }

    private static void Check(Input input, DateOnly date, DateTimeOffset? departure, DateTimeOffset? back, TimeZoneInfo zone)
    {
        if (departure is { } away && LocalTime.DateOf(away, zone) != date) input.Error("departure_time", "Departure is on another day than the charter's date.");
        if (back <= departure) input.Error("return_time", "The return must be after departure.");
        if (back - departure > Longest) input.Error("return_time", new Words("A charter lasts {0} days at most.", Longest.Days));
    }

    private async Task<Vessel?> ReadVessel(Input input, Guid? now)
    {
        var id = input.Id("vessel_id", now, required: "Choose a vessel.");
        var vessel = id is null ? null : await db.Vessels.FirstOrDefaultAsync(row => row.Id == id && (row.ArchivedAt == null || row.Id == now));
        if (id is not null && vessel is null) input.Error("vessel_id", "There is no such vessel.");
        return vessel;
    }

    private async Task<CharterType?> ReadType(Input input, Guid? now)
    {
        var id = input.Id("charter_type_id", now);
        var type = id is null ? null : await db.CharterTypes.FirstOrDefaultAsync(row => row.Id == id && (row.ArchivedAt == null || row.Id == now));
        if (id is not null && type is null) input.Error("charter_type_id", "There is no such charter type.");
        return type;
    }

    private sealed record Whereabouts(TimeZoneInfo Zone, Port Port);
}
