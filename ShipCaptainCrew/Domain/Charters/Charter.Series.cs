using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>A charter as the model for others on other dates.</summary>
public sealed partial class Charter
{
    /// <summary>Shared with the other charters of a weekly series. Each of them changes independently.</summary>
    public Guid? SeriesId { get; private set; }

    public Refusal? JoinSeries(Guid seriesId)
    {
        if (SeriesId == seriesId) return null;
        if (Status == CharterStatus.Cancelled)
            return WrongState("This charter is {0}, so it is not repeated. Duplicate it instead.");
        SeriesId = seriesId;
        Raise(new CharterJoinedSeries(Id, seriesId));
        return null;
    }

    /// <summary>
    /// The same plan on another date: times that were given keep their local time, the others follow the schedule.
    /// </summary>
    /// <param name="zone">The present time zone of the vessel.</param>
    public Plan PlanOn(DateOnly date, Schedule? schedule, Port port, TimeZoneInfo zone)
    {
        var departure = DepartureGiven ? SameClock(Departure, date, zone) : schedule?.DepartureOn(date, port, zone);
        var back = ReturnGiven ? SameClock(Return, date, zone)
            : schedule is null ? null
            : departure?.AddMinutes(schedule.DurationMinutes);
        return Plan with
        {
            Date = date,
            Departure = departure,
            Return = back,
            GuestsArriveAt = SameClock(GuestsArriveAt, date, zone),
        };
    }

    /// <summary>An instant of this charter moved to another date, at the same local time.</summary>
    public DateTimeOffset? SameClock(DateTimeOffset? instant, DateOnly date, TimeZoneInfo zone) =>
        instant is not { } at ? null
        : Date == date && TimeZone == zone.Id ? at
        : LocalTime.Nearest(LocalTimeOn(at, date), zone);

    /// <summary>Notes about times on another date that the clocks skip or show twice.</summary>
    public IEnumerable<LocalizedText> ClockChangeNotesOn(DateOnly date, Schedule? schedule, TimeZoneInfo zone)
    {
        DateTime?[] times =
        [
            DepartureGiven && Departure is { } departure ? LocalTimeOn(departure, date) : null,
            !DepartureGiven && schedule?.Time is { } time ? date.ToDateTime(time) : null,
            ReturnGiven && Return is { } back ? LocalTimeOn(back, date) : null,
            GuestsArriveAt is { } arrive ? LocalTimeOn(arrive, date) : null,
        ];
        return times.OfType<DateTime>().Select(local => LocalTime.ClockChangeNote(local, zone)).OfType<LocalizedText>()
            .Distinct();
    }

    private DateTime LocalTimeOn(DateTimeOffset instant, DateOnly date) =>
        LocalTime.At(instant, Zone).AddDays(date.DayNumber - Date.DayNumber);
}
