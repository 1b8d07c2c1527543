using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>A charter as it was asked for, with what it stands on.</summary>
public sealed record RequestedPlan(
    Plan Plan, Vessel? Vessel, CharterType? Type, Schedule? Schedule, CharterLocation Where);

/// <summary>Where a charter's clock hangs and where its sun sets: the vessel's, else the operator's.</summary>
public sealed record CharterLocation(TimeZoneInfo Zone, Port Port);

/// <summary>
/// Reads a charter's own fields. What is not given comes from the type or stays; times given once keep their clock
/// time, the others follow the date.
/// </summary>
public sealed class PlanReader(AppDbContext db)
{
    public async Task<RequestedPlan> Read(Viewer viewer, Input input, Charter? charter = null)
    {
        var now = charter?.Plan;
        var vessel = await ReadVessel(input, now?.VesselId);
        var type = await ReadType(input, charter?.CharterTypeId);
        var where = await WhereIs(vessel, viewer);
        var schedule = type is not null && type.Id == charter?.CharterTypeId ? charter.Schedule : type?.Schedule;
        var plan = ReadTimes(input, charter, schedule, where) with
        {
            VesselId = vessel?.Id ?? default,
            Title = input.Text("title", now?.Title) ?? type?.Name ?? "Charter",
            MeetingPoint = input.Text("meeting_point", now?.MeetingPoint, InputLimits.Text),
            Contact =
                Contact.Read(
                    input.Part("contact"), input.Clears("contact") ? Contact.None : now?.Contact ?? Contact.None),
            Reference = input.Text("reference", now?.Reference),
            GuestsExpected = input.Whole("guests_expected", now?.GuestsExpected, 0, 5000),
            Notes = input.Text("notes", now?.Notes, InputLimits.Text),
        };
        return new(plan, vessel, type, schedule, where);
    }

    /// <summary>A bare time is on the charter's day; a return may name another with <c>return_date</c>.</summary>
    private static Plan ReadTimes(Input input, Charter? charter, Schedule? schedule, CharterLocation where)
    {
        var zone = where.Zone;
        var asked = input.Date("event_date", charter?.Date, required: "Choose the date.");
        var date = asked ?? InputLimits.FirstDay;
        var (departure, departureGiven) = Given("departure_time", date, charter?.Departure, charter?.DepartureGiven)
            ?? (asked is null ? null : schedule?.DepartureOn(date, where.Port, zone), false);
        var backDay = input.Date("return_date", null);
        var (back, backGiven) = Given("return_time", backDay ?? date, charter?.Return, charter?.ReturnGiven)
            ?? (schedule is null ? null : departure?.AddMinutes(schedule.DurationMinutes), false);
        if (backDay is not null && !backGiven) input.Error("return_time", "Enter the time of the return as well.");
        var arrive = Given("guests_arrive_at", date, charter?.GuestsArriveAt, true)?.At;
        if (asked is not null) Check(input, date, departure, back, schedule, zone);
        return new()
        {
            VesselId = default,
            Date = date,
            Title = "",
            Departure = departure,
            DepartureGiven = departureGiven,
            Return = back,
            ReturnGiven = backGiven,
            GuestsArriveAt = arrive,
            Contact = Contact.None,
        };

        (DateTimeOffset? At, bool)? Given(string field, DateOnly day, DateTimeOffset? before, bool? wasGiven) =>
            input.Has(field) ? input.Instant(field, null, zone, day) is { } instant ? (instant, true) : null
            : wasGiven == true ? (charter?.SameClock(before, date, zone), true)
            : null;
    }

    private static void Check(Input input, DateOnly date, DateTimeOffset? departure, DateTimeOffset? back,
        Schedule? schedule, TimeZoneInfo zone)
    {
        if (departure is null && schedule?.Anchor == DepartureRule.Sunset)
            input.Error("departure_time", "The sun does not set there that day. Enter a departure time.");
        if (departure is { } away && LocalTime.DateOf(away, zone) != date)
            input.Error("departure_time", "Departure is on another day than the charter's date.");
        if (back <= departure) input.Error("return_time", "The return must be after departure.");
        if (back - departure > Plan.Longest)
        {
            input.Error("return_time", new LocalizedText("A charter lasts {0} days at most.", Plan.Longest.Days));
        }
    }

    private async Task<Vessel?> ReadVessel(Input input, Guid? now)
    {
        var id = input.Id("vessel_id", now, required: "Choose a vessel.");
        var vessel = id is null
            ? null
            : await db.Vessels.FirstOrDefaultAsync(row => row.Id == id && (row.ArchivedAt == null || row.Id == now));
        if (id is not null && vessel is null) input.Error("vessel_id", "There is no such vessel.");
        return vessel;
    }

    private async Task<CharterType?> ReadType(Input input, Guid? now)
    {
        var id = input.Id("charter_type_id", now);
        var type = id is null
            ? null
            : await db.CharterTypes.FirstOrDefaultAsync(
                row => row.Id == id && (row.ArchivedAt == null || row.Id == now));
        if (id is not null && type is null) input.Error("charter_type_id", "There is no such charter type.");
        return type;
    }

    /// <summary>Where a vessel's clock hangs and where her sun sets; without one, the operator's.</summary>
    public async Task<CharterLocation> WhereIs(Vessel? vessel, Viewer viewer)
    {
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == viewer.OperatorId);
        return new(TimeZoneInfo.FindSystemTimeZoneById(vessel?.Details.TimeZone ?? theOperator.TimeZone),
            vessel?.Details.HomePort ?? theOperator.HomePort);
    }
}
