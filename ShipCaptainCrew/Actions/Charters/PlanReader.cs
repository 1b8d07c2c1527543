using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Reads a charter's own fields. Fields not given keep their value or come from the type. When the date changes, times
/// that were entered keep their local clock time, and calculated times are calculated again.
/// </summary>
public sealed class PlanReader(AppDbContext db)
{
    /// <summary>A form's answer that the return is on the day after the charter's date.</summary>
    public const string NextDayField = "return_next_day";

    /// <summary>A form's answer that the charter takes over the present time zone of its vessel.</summary>
    public const string RezoneField = "rezone";

    /// <summary>A form's answer to the question about the other time zone of a newly chosen vessel.</summary>
    public const string ZoneConfirmedField = "time_zone_confirmed";

    public static readonly LocalizedText NextDayQuestion =
        "The return is before departure. If it is on the next day, say so, or choose the day of return.";

    public async Task<RequestedPlan> Read(Viewer viewer, Input input, Charter? charter = null)
    {
        var now = charter?.Plan;
        var vessel = await ReadVessel(input, now?.VesselId);
        var type = await ReadType(input, charter?.CharterTypeId);
        var where = await WhereIs(vessel, viewer, charter, input);
        var schedule = type is not null && type.Id == charter?.CharterTypeId ? charter.Schedule : type?.Schedule;
        var plan = ReadTimes(input, charter, schedule, where) with
        {
            VesselId = vessel?.Id ?? default,
            Title = input.Text("title", now?.Title) ?? type?.Name ?? "Charter",
            MeetingPoint = input.Text("meeting_point", now?.MeetingPoint, InputLimits.Text),
            Contact = Contact.Read(
                input.Part("contact"), input.Clears("contact") ? Contact.None : now?.Contact ?? Contact.None),
            Reference = input.Text("reference", now?.Reference),
            GuestsExpected = input.Whole("guests_expected", now?.GuestsExpected, 0, 5000),
            Notes = input.Text("notes", now?.Notes, InputLimits.Text),
        };
        return new(plan, vessel, type, schedule, where);
    }

    /// <summary>
    /// A time without a date is on the charter's date; <c>return_date</c> may set another for the return.
    /// </summary>
    private static Plan ReadTimes(Input input, Charter? charter, Schedule? schedule, CharterLocation where)
    {
        var zone = where.Zone;
        var givenDate = input.Date("event_date", charter?.Date, required: "Choose the date.");
        var date = givenDate ?? InputLimits.FirstDay;
        var (departure, departureGiven) = Given("departure_time", date, charter?.Departure, charter?.DepartureGiven)
            ?? (givenDate is null ? null : schedule?.DepartureOn(date, where.Port, zone), false);
        var isNextDay = input.Flag(NextDayField, false);
        var backDay = input.Date("return_date", null) ?? (isNextDay ? date.AddDays(1) : null);
        var (back, backGiven) = Given("return_time", backDay ?? date, charter?.Return, charter?.ReturnGiven)
            ?? (schedule is null ? null : departure?.AddMinutes(schedule.DurationMinutes), false);
        if (backDay is not null && !backGiven) input.Error("return_time", "Enter the return time too.");
        var arrive = Given("guests_arrive_at", date, charter?.GuestsArriveAt, true)?.At;
        if (givenDate is not null) Check(input, date, departure, back, schedule, zone);
        if (givenDate is not null && departure >= back) RefuseReturn(input, date, departure.Value, back.Value, zone);
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
            input.Has(field)
                ? input.Instant(field, null, zone, day) is { } instant ? (instant, true) : null
            : wasGiven == true
                ? (charter?.SameClock(before, date, zone), true)
            : null;
    }

    private static void Check(
        Input input, DateOnly date, DateTimeOffset? departure, DateTimeOffset? back, Schedule? schedule,
        TimeZoneInfo zone)
    {
        if (departure is null && schedule?.Anchor == DepartureRule.Sunset)
            input.Error("departure_time", "The sun does not set there that day. Enter a departure time.");
        if (departure is { } leaving && LocalTime.DateOf(leaving, zone) != date)
            input.Error("departure_time", "Departure is not on the charter's date.");
        if (back - departure > Plan.Longest)
        {
            input.Error("return_time", new LocalizedText("A charter can last {0} days at most.", Plan.Longest.Days));
        }
    }

    /// <summary>A return before departure is probably on the next day, if only its time was given.</summary>
    private static void RefuseReturn(
        Input input, DateOnly date, DateTimeOffset departure, DateTimeOffset back, TimeZoneInfo zone)
    {
        var hasDate = input.Has("return_date") && !input.IsBlank("return_date");
        var isOnlyTime = input.Text("return_time") is { Length: <= 8 } && !hasDate;
        var couldBeNextDay = isOnlyTime && back < departure && LocalTime.DateOf(back, zone) == date;
        input.Error("return_time", couldBeNextDay ? NextDayQuestion : "The return must be after departure.");
    }

    private async Task<Vessel?> ReadVessel(Input input, Guid? now)
    {
        var id = input.Id("vessel_id", now, required: "Choose a vessel.");
        var vessel = id is null
            ? null
            : await db.Vessels.FirstOrDefaultAsync(row => row.Id == id && (row.ArchivedAt == null || row.Id == now));
        if (id is not null && vessel is null) input.Error("vessel_id", "Vessel not found.");
        return vessel;
    }

    private async Task<CharterType?> ReadType(Input input, Guid? now)
    {
        var id = input.Id("charter_type_id", now);
        var type = id is null
            ? null
            : await db.CharterTypes.FirstOrDefaultAsync(
                row => row.Id == id && (row.ArchivedAt == null || row.Id == now));
        if (id is not null && type is null) input.Error("charter_type_id", "Charter type not found.");
        return type;
    }

    /// <summary>
    /// A planned charter keeps its time zone, also if the vessel's was changed since, until its vessel is changed or
    /// the office takes over the vessel's zone. Its times keep their local clock time then.
    /// </summary>
    private async Task<CharterLocation> WhereIs(Vessel? vessel, Viewer viewer, Charter? charter, Input input)
    {
        var where = await WhereIs(vessel, viewer);
        var rezones = input.Flag(RezoneField, false);
        if (charter is null || vessel is null || where.Zone.Id == charter.TimeZone) return where;
        if (vessel.Id == charter.VesselId) return rezones ? where : where with { Zone = charter.Zone };
        if (!input.Flag(ZoneConfirmedField, true))
        {
            input.Error("vessel_id", new LocalizedText(
                "{0} is on {1} time, and this charter is on {2} time. The times on the clock stay the same, in the "
                    + "new zone. Confirm it below.",
                vessel.Details.Name,
                viewer.PlaceOf(where.Zone.Id, vessel),
                viewer.PlaceOf(charter.TimeZone)));
        }

        return where;
    }

    /// <summary>The vessel's time zone and port; the operator's for those she does not have.</summary>
    public async Task<CharterLocation> WhereIs(Vessel? vessel, Viewer viewer)
    {
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == viewer.OperatorId);
        return new(TimeZoneInfo.FindSystemTimeZoneById(vessel?.Details.TimeZone ?? theOperator.TimeZone),
            vessel?.Details.HomePort ?? theOperator.HomePort);
    }
}
