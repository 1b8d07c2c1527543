using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>A charter as the model of others, on other dates.</summary>
public sealed partial class Charter
{
    /// <summary>Shared with the other charters of a weekly series, each of which lives its own life.</summary>
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
    /// The same plan on another date: times that were given keep their time on the clock, the others follow the
    /// schedule.
    /// </summary>
    /// <param name="zone">Where the vessel lies now.</param>
    public Plan PlanOn(DateOnly date, Schedule? schedule, Port port, TimeZoneInfo zone)
    {
        var departure = DepartureGiven ? SameClock(Departure, date, zone) : schedule?.DepartureOn(date, port, zone);
        var back = ReturnGiven
            ? SameClock(Return, date, zone) : schedule is null ? null : departure?.AddMinutes(schedule.DurationMinutes);
        return Plan with {
            Date = date, Departure = departure, Return = back, GuestsArriveAt = SameClock(GuestsArriveAt, date, zone) };
    }

    /// <summary>An instant of this charter's at the same time on the clock, as many days away as the date is.</summary>
    public DateTimeOffset? SameClock(DateTimeOffset? instant, DateOnly date, TimeZoneInfo zone) =>
        instant is not { } at ? null
        : Date == date && TimeZone == zone.Id ? at
        : LocalTime.Nearest(OnTheClock(at, date), zone);

    /// <summary>What the clock skips or shows twice of the times that it would have on another date.</summary>
    public IEnumerable<LocalizedText> DoubtsOn(DateOnly date, Schedule? schedule, TimeZoneInfo zone)
    {
        DateTime?[] times =
        [
            DepartureGiven && Departure is { } departure ? OnTheClock(departure, date) : null,
            !DepartureGiven && schedule?.Time is { } time ? date.ToDateTime(time) : null,
            ReturnGiven && Return is { } back ? OnTheClock(back, date) : null,
            GuestsArriveAt is { } arrive ? OnTheClock(arrive, date) : null,
        ];
        return times.OfType<DateTime>().Select(local => LocalTime.Doubt(local, zone)).OfType<LocalizedText>()
            .Distinct();
    }

    private DateTime OnTheClock(DateTimeOffset instant, DateOnly date) =>
        LocalTime.At(instant, Zone).AddDays(date.DayNumber - Date.DayNumber);
}
