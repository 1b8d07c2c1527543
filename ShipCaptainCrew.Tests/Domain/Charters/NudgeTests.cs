using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Reminders of the crew by a person and before call time.</summary>
public sealed class NudgeTests
{
    [Theory]
    [InlineData(CharterStatus.Scheduled, true)]
    [InlineData(CharterStatus.Boarding, true)]
    [InlineData(CharterStatus.Draft, false)]
    [InlineData(CharterStatus.Underway, false)]
    [InlineData(CharterStatus.Cancelled, false)]
    public void The_crew_is_nudged_only_while_the_charter_awaits_departure(CharterStatus status, bool isNudged)
    {
        var charter = In(status);
        charter.TakeEvents();

        Assert.Equal(isNudged ? null : "wrong_state", charter.Nudge(ByKim(9))?.Code);
        Assert.Equal((isNudged ? At(9) : null, isNudged), (charter.NudgedAt, charter.HasEvents));
    }

    [Theory]
    [InlineData(21, 59, false)]
    [InlineData(22, 0, true)]
    [InlineData(6, 59, true)]
    [InlineData(7, 0, false)]
    public void Night_is_from_22_to_7_by_the_charters_clock(int hour, int minute, bool isNight) =>
        Assert.Equal(isNight, Scheduled().IsNight(At(hour, minute)));

    [Fact]
    public void The_crew_is_nudged_at_most_every_thirty_minutes()
    {
        var charter = Scheduled();
        Assert.True(charter.MayNudge(At(9)));
        charter.Nudge(ByKim(9));
        Assert.Equal(new CharterNudged(charter.Id), Assert.Single(charter.TakeEvents()));

        var refusal = charter.Nudge(new(Kim.Id, At(9, 30).AddTicks(-1)))!;

        Assert.Equal(
            ("nudged_already", "The crew was nudged less than 30 minutes ago.", At(9)),
            (refusal.Code, $"{refusal.Message}", refusal.Extensions!["nudged_at"]));
        Assert.Equal((At(9), false), (charter.NudgedAt, charter.HasEvents));
        Assert.Null(charter.Nudge(ByKim(9, 30)));
        Assert.Equal(At(9, 30), charter.NudgedAt);
    }

    [Fact]
    public void Reminder_hours_are_set_and_cleared_with_one_event_for_each_change()
    {
        var charter = Scheduled();

        charter.RemindAt(null);
        Assert.Equal((1, false), (charter.Version, charter.HasEvents));
        charter.RemindAt([24, 3]);
        charter.RemindAt([24, 3]);
        Assert.Equal([24, 3], charter.ReminderHours);
        Assert.Equal(2, charter.Version);
        var changed = Assert.IsType<CharterChanged>(Assert.Single(charter.TakeEvents()));
        Assert.Equal(("reminder_hours", false), (Assert.Single(changed.Fields), changed.Moved));

        charter.RemindAt([]);
        Assert.Equal([], charter.ReminderHours);
        charter.RemindAt(null);
        Assert.Equal((null, 4), (charter.ReminderHours, charter.Version));
    }
}
