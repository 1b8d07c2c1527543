using System.Text.Json.Nodes;
using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class WeeklyTests
{
    private const string Pacific = "America/Los_Angeles";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Pacific);
    private static readonly Port SanDiego = new("San Diego", 32.7157, -117.1611);
    private static readonly DateOnly Fourth = new(2026, 7, 4);
    private static readonly Gen<DateOnly> Days = Gen.Int[InputLimits.FirstDay.DayNumber, InputLimits.LastDay.DayNumber]
        .Select(DateOnly.FromDayNumber);

    [Fact]
    public void The_dates_are_the_same_weekday_in_equal_steps_and_none_is_beyond_the_last() =>
        Gen.Select(Days, Gen.Int[1, Weekly.LongestStep], Gen.Int[1, Weekly.Most], Gen.Int[0, 900], Gen.Bool)
            .Sample((first, every, count, ahead, byCount) =>
        {
            var until = DateOnly.FromDayNumber(Math.Min(first.DayNumber + ahead, InputLimits.LastDay.DayNumber));
            var dates = new Weekly(first, every, byCount ? count : null, byCount ? null : until).Dates;

            var steps = dates.Prepend(first).Zip(dates, (one, next) => next.DayNumber - one.DayNumber);
            var last = byCount ? InputLimits.LastDay : until;
            return steps.All(days => days == 7 * every) && dates.All(date => date <= last)
                && dates.Count <= (byCount ? count : Weekly.Most)
                && (dates.Count == (byCount ? count : Weekly.Most)
                    || first.AddDays((dates.Count + 1) * 7 * every) > last);
        });

    [Theory]
    [InlineData("{}", "count", "Enter how many times, or the last day.")]
    [InlineData("""{"count": 3, "until": "2026-08-01"}""", "until", "Enter how many times or the last day, not both.")]
    [InlineData("""{"count": 53}""", "count", "Enter a number from 1 to 52.")]
    [InlineData("""{"count": "often"}""", "count", "Enter a whole number.")]
    [InlineData("""{"count": 2, "every_weeks": 3}""", "every_weeks", "Enter a number from 1 to 2.")]
    [InlineData("""{"until": "2026-07-10"}""", "until", "The next date would be 2026-07-11. Choose a later last day.")]
    [InlineData("""{"until": "2026-07-04"}""", "until", "The next date would be 2026-07-11. Choose a later last day.")]
    [InlineData(
        """{"until": "2027-07-10"}""", "until", "A series has 52 further dates at most. Choose an earlier last day.")]
    public void What_makes_no_series_is_said_beside_its_field(string given, string field, string says)
    {
        var input = Input.Of(JsonNode.Parse(given)!.AsObject());

        Weekly.Read(input, Fourth);

        var (name, words) = Assert.Single(input.Refusal!.Errors!);
        Assert.Equal((field, says), (name, $"{Assert.Single(words)}"));
    }

    [Fact]
    public void The_last_day_may_be_a_date_of_the_series_and_a_year_of_weeks_is_the_most()
    {
        Assert.Equal([new(2026, 7, 11), new(2026, 7, 18)], Read("""{"until": "2026-07-18"}""").Dates);
        Assert.Equal(Weekly.Most, Read("""{"until": "2027-07-09"}""").Dates.Count);
        Assert.Equal([new(2026, 7, 18)], Read("""{"count": 1, "every_weeks": 2}""").Dates);
    }

    [Fact]
    public void A_time_that_was_given_stays_on_the_clock_all_year_and_one_by_the_sun_moves_with_it() =>
        Days.Where(day => day.Year > 2006).Sample(day =>
        {
            var (given, bySun) = (Sail(given: true).PlanOn(day, null, SanDiego, Zone),
                Sail(given: false).PlanOn(day, BeforeSunset, SanDiego, Zone));
            return LocalTime.At(given.Departure!.Value, Zone) == day.ToDateTime(new(18, 0))
                && LocalTime.At(given.Return!.Value, Zone) == day.AddDays(1).ToDateTime(new(0, 30))
                && bySun.Departure == BeforeSunset.DepartureOn(day, SanDiego, Zone)
                && bySun.Return - bySun.Departure == TimeSpan.FromHours(2);
        });

    [Fact]
    public void A_time_that_the_clocks_skip_or_show_twice_is_spoken_of()
    {
        var night = Night();

        Assert.Equal("The clocks go forward then: 02:30 does not exist and becomes 03:00.",
            $"{Assert.Single(night.DoubtsOn(new(2027, 3, 14), null, Zone))}");
        Assert.Empty(night.DoubtsOn(new(2027, 3, 21), null, Zone));
        Assert.Equal(new(3, 0),
            TimeOnly.FromDateTime(
                LocalTime.At(night.PlanOn(new(2027, 3, 14), null, SanDiego, Zone).Departure!.Value, Zone)));
    }

    [Fact]
    public void A_cancelled_charter_begins_no_series_and_joining_one_twice_is_joining_it_once()
    {
        var (charter, series) = (Sail(given: true), Guid.CreateVersion7());
        charter.TakeEvents();

        Assert.Null(charter.JoinSeries(series));
        Assert.Null(charter.JoinSeries(series));
        Assert.Equal([new CharterJoinedSeries(charter.Id, series)], charter.TakeEvents());

        var cancelled = Sail(given: true);
        cancelled.Cancel("Gale", new(null, DateTimeOffset.UnixEpoch));
        Assert.Equal("wrong_state", cancelled.JoinSeries(series)!.Code);
    }

    private static readonly Schedule BeforeSunset = new()
    {
        Anchor = DepartureRule.Sunset,
        OffsetMinutes = -90,
        DurationMinutes = 120,
    };

    private static Weekly Read(string given)
    {
        var input = Input.Of(JsonNode.Parse(given)!.AsObject());
        var weekly = Weekly.Read(input, Fourth);
        Assert.Null(input.Refusal);
        return weekly;
    }

    /// <summary>From 18:00 to half past midnight.</summary>
    private static Charter Sail(bool given) =>
        Of(new(2026, 7, 5, 1, 0, 0, TimeSpan.Zero), new(2026, 7, 5, 7, 30, 0, TimeSpan.Zero), given);

    private static Charter Night() =>
        Of(new(2026, 7, 4, 9, 30, 0, TimeSpan.Zero), new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero), given: true);

    private static Charter Of(DateTimeOffset departure, DateTimeOffset back, bool given) =>
        new(Guid.CreateVersion7(), new()
        {
            VesselId = Guid.CreateVersion7(),
            Date = Fourth,
            Title = "Sail",
            Departure = departure,
            DepartureGiven = given,
            Return = back,
            ReturnGiven = given,
            Contact = Contact.None,
        }, Pacific, null);
}
