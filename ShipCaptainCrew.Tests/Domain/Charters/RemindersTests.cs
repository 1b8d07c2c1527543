using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>When a reminder is sent, in the time zone of the operator.</summary>
public sealed class RemindersTests
{
    private static readonly string[] Zones = ["America/Los_Angeles", "Europe/London", "Australia/Lord_Howe",
        "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia"];

    [Theory]
    [InlineData("America/Los_Angeles", "2026-07-04T16:30", 3, "2026-07-04T13:30")]
    [InlineData("America/Los_Angeles", "2026-07-04T11:00", 3, "2026-07-04T08:00")]
    [InlineData("America/Los_Angeles", "2026-07-04T10:59", 3, "2026-07-03T20:45")]
    [InlineData("America/Los_Angeles", "2026-07-05T00:00", 3, "2026-07-04T20:45")]
    [InlineData("America/Los_Angeles", "2026-07-04T23:59", 3, "2026-07-04T20:59")]
    [InlineData("America/Los_Angeles", "2026-03-08T16:30", 24, "2026-03-07T15:30")]
    [InlineData("America/Los_Angeles", "2026-11-01T16:30", 24, "2026-10-31T17:30")]
    [InlineData("America/Los_Angeles", "2026-11-01T09:00", 24, "2026-10-31T10:00")]
    [InlineData("Europe/London", "2026-03-29T03:30", 3, "2026-03-28T20:45")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T12:00", 24, "2026-10-03T11:30")]
    public void A_reminder_is_sent_the_given_hours_before_or_on_the_evening_before_if_that_is_at_night(
        string zoneId, string call, int hours, string due)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneId);

        var at = Reminders.DueAt(LocalTime.Nearest(DateTime.Parse(call, null), zone), hours, zone);

        Assert.Equal(due, $"{LocalTime.At(at, zone):yyyy-MM-dd'T'HH:mm}");
    }

    [Theory]
    [InlineData("2026-07-03T20:59", "2026-07-03T20:59")]
    [InlineData("2026-07-03T21:00", "2026-07-04T08:00")]
    [InlineData("2026-07-04T00:00", "2026-07-04T08:00")]
    [InlineData("2026-07-04T07:59", "2026-07-04T08:00")]
    [InlineData("2026-07-04T08:00", "2026-07-04T08:00")]
    [InlineData("2026-10-31T23:00", "2026-11-01T08:00")]
    public void An_email_due_at_night_waits_until_eight(string local, string sent)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

        var at = Reminders.NotAtNight(LocalTime.Nearest(DateTime.Parse(local, null), zone), zone);

        Assert.Equal(sent, $"{LocalTime.At(at, zone):yyyy-MM-dd'T'HH:mm}");
    }

    [Fact]
    public void Reminders_are_never_sent_at_night_late_or_more_than_half_a_day_early() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, 730 * 24 * 60], Gen.Int[1, 336])
            .Sample((place, minute, hours) =>
        {
            var (zone, call) = (TimeZoneInfo.FindSystemTimeZoneById(Zones[place]),
                new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute));
            var at = Reminders.DueAt(call, hours, zone);
            var local = TimeOnly.FromDateTime(LocalTime.At(at, zone));
            return !Reminders.IsQuiet(local) && at <= call.AddHours(-hours) && at > call.AddHours(-hours - 12.5);
        });

    [Theory]
    [InlineData("72, 24, 3", "72, 24, 3")]
    [InlineData("3 24;24", "24, 3")]
    [InlineData("none", "none")]
    [InlineData("", "")]
    public void Hours_are_read_from_and_written_to_a_form(string typed, string written) =>
        Assert.Equal(written, Reminders.Written(Reminders.Read(Input.Of(new() { ["reminder_hours"] = typed }), [5])));

    [Theory]
    [InlineData("none", null)]
    [InlineData("1,2,3,4,5,336", null)]
    [InlineData("0", "Enter hours from 1 to 336, like 72, 24, 3.")]
    [InlineData("1,2,3,4,5,6,7", "You can have at most 6 reminders.")]
    public void Six_reminders_of_one_to_336_hours_are_accepted(string typed, string? message)
    {
        var input = Input.Of(new() { ["reminder_hours"] = typed });

        Reminders.Read(input, null);

        Assert.Equal(message, input.Refusal?.FirstMessage.ToString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("337")]
    [InlineData("-3")]
    [InlineData("soon")]
    [InlineData("1,2,3,4,5,6,7")]
    public void Invalid_hours_are_refused(string typed)
    {
        var input = Input.Of(new() { ["reminder_hours"] = typed });

        Reminders.Read(input, null);

        Assert.True(input.HasError("reminder_hours"));
    }
}
