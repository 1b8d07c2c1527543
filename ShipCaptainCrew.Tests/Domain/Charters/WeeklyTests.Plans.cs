using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Plans of further dates.</summary>
public sealed partial class WeeklyTests
{
    [Fact]
    public void A_given_time_keeps_its_local_time_and_a_sunset_time_follows_the_sunset() =>
        Days.Where(day => day.Year > 2006).Sample(day =>
        {
            var (given, bySun) = (EveningCharter(given: true).PlanOn(day, null, SanDiego, Zone),
                EveningCharter(given: false).PlanOn(day, BeforeSunset, SanDiego, Zone));
            return LocalTime.At(given.Departure!.Value, Zone) == day.ToDateTime(new(18, 0))
                && LocalTime.At(given.Return!.Value, Zone) == day.AddDays(1).ToDateTime(new(0, 30))
                && bySun.Departure == BeforeSunset.DepartureOn(day, SanDiego, Zone)
                && bySun.Return - bySun.Departure == TimeSpan.FromHours(2);
        });

    [Fact]
    public void A_time_that_the_clocks_skip_gets_a_note()
    {
        var night = NightCharter();

        Assert.Equal("The clocks go forward then: 2:30 AM does not exist and becomes 3:00 AM.",
            $"{Assert.Single(night.ClockChangeNotesOn(new(2027, 3, 14), null, Zone))}");
        Assert.Empty(night.ClockChangeNotesOn(new(2027, 3, 21), null, Zone));
        Assert.Equal(new(3, 0),
            TimeOnly.FromDateTime(
                LocalTime.At(night.PlanOn(new(2027, 3, 14), null, SanDiego, Zone).Departure!.Value, Zone)));
    }

    [Fact]
    public void A_cancelled_charter_cannot_start_a_series_and_joining_twice_changes_nothing()
    {
        var (charter, series) = (EveningCharter(given: true), Guid.CreateVersion7());
        charter.TakeEvents();

        Assert.Null(charter.JoinSeries(series));
        Assert.Null(charter.JoinSeries(series));
        Assert.Equal([new CharterJoinedSeries(charter.Id, series)], charter.TakeEvents());

        var cancelled = EveningCharter(given: true);
        cancelled.Cancel("Gale", new(null, DateTimeOffset.UnixEpoch));
        Assert.Equal("wrong_state", cancelled.JoinSeries(series)!.Code);
    }

    private static readonly Schedule BeforeSunset = new()
    {
        Anchor = DepartureRule.Sunset,
        OffsetMinutes = -90,
        DurationMinutes = 120,
    };

    /// <summary>A charter from 18:00 to 00:30 local time.</summary>
    private static Charter EveningCharter(bool given) =>
        CharterFrom(new(2026, 7, 5, 1, 0, 0, TimeSpan.Zero), new(2026, 7, 5, 7, 30, 0, TimeSpan.Zero), given);

    private static Charter NightCharter() =>
        CharterFrom(new(2026, 7, 4, 9, 30, 0, TimeSpan.Zero), new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero), given: true);

    private static Charter CharterFrom(DateTimeOffset departure, DateTimeOffset back, bool given) =>
        new(Guid.CreateVersion7(), new()
        {
            VesselId = Guid.CreateVersion7(),
            Date = Fourth,
            Title = "EveningCharter",
            Departure = departure,
            DepartureGiven = given,
            Return = back,
            ReturnGiven = given,
            Contact = Contact.None,
        }, Pacific, null);
}
