using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>A charter as the model for others on other dates.</summary>
public sealed class SeriesTests
{
    private static readonly DateOnly NextWeek = new(2026, 7, 11);

    [Fact]
    public void A_time_that_was_not_given_follows_the_schedule_or_is_left_open()
    {
        var charter = CharterWith(given: false);
        var schedule = new Schedule { Anchor = DepartureRule.Fixed, Time = new(9, 0), DurationMinutes = 60 };

        var (with, without) = (PlanOn(charter, schedule), PlanOn(charter, null));

        Assert.Equal((LocalAt(9), LocalAt(10)), (with.Departure, with.Return));
        Assert.Equal((null, null), (without.Departure, without.Return));
        Assert.Equal(NextWeek, with.Date);
        var halfGiven = new Charter(Guid.CreateVersion7(), charter.Plan with { DepartureGiven = true },
            SanDiegoCharter.Pacific.Id, null);
        Assert.Equal((LocalAt(17, 30), null), (PlanOn(halfGiven, null).Departure, PlanOn(halfGiven, null).Return));
    }

    [Fact]
    public void A_given_time_and_the_arrival_of_the_guests_keep_their_local_times()
    {
        var charter = CharterWith(given: true);

        var plan = PlanOn(charter, null);

        Assert.Equal((LocalAt(17, 30), LocalAt(20), LocalAt(17)), (plan.Departure, plan.Return, plan.GuestsArriveAt));
        Assert.Null(charter.SameClock(null, NextWeek, SanDiegoCharter.Pacific));
    }

    [Fact]
    public void On_the_same_date_in_the_same_zone_an_instant_stays_even_in_a_repeated_hour()
    {
        var second = new DateTimeOffset(2026, 11, 1, 9, 30, 0, TimeSpan.Zero);
        var date = new DateOnly(2026, 11, 1);
        var charter = new Charter(
            Guid.CreateVersion7(), SanDiegoCharter.Plan(second, null, date), SanDiegoCharter.Pacific.Id, null);

        Assert.Equal(second, charter.SameClock(second, date, SanDiegoCharter.Pacific));
        Assert.Equal(new(2026, 11, 1, 1, 30, 0, TimeSpan.Zero),
            charter.SameClock(second, date, TimeZoneInfo.Utc));
        Assert.Equal(new(2026, 11, 2, 9, 30, 0, TimeSpan.Zero),
            charter.SameClock(second, date.AddDays(1), SanDiegoCharter.Pacific));
    }

    [Fact]
    public void Each_time_that_the_clocks_move_gets_one_note()
    {
        var spring = new DateOnly(2027, 3, 14);
        var night = new Charter(
            Guid.CreateVersion7(),
            SanDiegoCharter.Plan(SanDiegoCharter.At("01:00"), SanDiegoCharter.At("02:30")) with
            {
                GuestsArriveAt = SanDiegoCharter.At("02:45"),
            },
            SanDiegoCharter.Pacific.Id, null);
        var open = CharterWith(given: false);
        var early = new Schedule { Anchor = DepartureRule.Fixed, Time = new(2, 15), DurationMinutes = 60 };

        Assert.Equal(
            [
                "The clocks go forward then: 2:30 AM does not exist and becomes 3:00 AM.",
                "The clocks go forward then: 2:45 AM does not exist and becomes 3:00 AM.",
            ],
            Notes(night, null));
        Assert.Equal(["The clocks go forward then: 2:15 AM does not exist and becomes 3:00 AM."], Notes(open, early));
        Assert.Empty(Notes(CharterWith(given: true), early));

        IEnumerable<string> Notes(Charter charter, Schedule? schedule) =>
            charter.ClockChangeNotesOn(spring, schedule, SanDiegoCharter.Pacific).Select(note => $"{note}");
    }

    private static Charter CharterWith(bool given) => new(
        Guid.CreateVersion7(),
        SanDiegoCharter.Plan(SanDiegoCharter.PlannedDeparture, SanDiegoCharter.PlannedReturn) with
        {
            DepartureGiven = given,
            ReturnGiven = given,
            GuestsArriveAt = SanDiegoCharter.At("17:00"),
        },
        SanDiegoCharter.Pacific.Id,
        null);

    private static Plan PlanOn(Charter charter, Schedule? schedule) =>
        charter.PlanOn(NextWeek, schedule, SanDiegoCharter.SanDiego, SanDiegoCharter.Pacific);

    private static DateTimeOffset LocalAt(int hour, int minute = 0) =>
        new DateTimeOffset(2026, 7, 11, hour, minute, 0, TimeSpan.FromHours(-7)).ToUniversalTime();
}
