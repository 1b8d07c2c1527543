using CsCheck;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

public sealed partial class LocalTimeTests
{
    private static readonly TimeZoneInfo SanDiego = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    private static readonly Gen<TimeZoneInfo> Zones = Gen.OneOf(new[]
    {
        "America/Los_Angeles", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia",
        "Asia/Kathmandu", "America/Sao_Paulo", "Etc/UTC",
    }.Select(TimeZoneInfo.FindSystemTimeZoneById).ToArray());

    private static readonly Gen<DateTime> Minutes =
        Gen.Int[0, 99 * 365 * 1440].Select(minutes => new DateTime(2000, 1, 1).AddMinutes(minutes));

    [Theory]
    [InlineData("2026-07-04T17:30", "2026-07-05T00:30:00Z")]
    [InlineData("2026-07-04 17:30", "2026-07-05T00:30:00Z")]
    [InlineData("2026-07-04T17:30:15", "2026-07-05T00:30:15Z")]
    [InlineData("2026-07-04T17:30:15.25", "2026-07-05T00:30:15.25Z")]
    [InlineData("2026-07-04T17:30:15.250000", "2026-07-05T00:30:15.25Z")]
    [InlineData("2026-07-04T17:30Z", "2026-07-04T17:30:00Z")]
    [InlineData("2026-07-04T17:30:00.000Z", "2026-07-04T17:30:00Z")]
    [InlineData("2026-07-04T17:30-04:00", "2026-07-04T21:30:00Z")]
    [InlineData("2026-07-04T17:30:00+05:45", "2026-07-04T11:45:00Z")]
    [InlineData("2026-11-01T01:30-07:00", "2026-11-01T08:30:00Z")]
    [InlineData("2026-11-01T01:30-08:00", "2026-11-01T09:30:00Z")]
    [InlineData("17:30", "2026-07-05T00:30:00Z")]
    public void A_time_without_an_offset_is_local_time(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, null), LocalTime.Read(text, SanDiego, new(2026, 7, 4)).Instant);

    [Theory]
    [InlineData("2026-03-08T02:00", "does not exist")]
    [InlineData("2026-03-08T02:59:59", "does not exist")]
    [InlineData("2026-11-01T01:00", "happens twice")]
    [InlineData("2026-11-01T01:59:59", "2026-11-01T01:59-07:00")]
    [InlineData("9999-12-31T23:59", "2000 and 2099")]
    [InlineData("0001-01-01T00:00", "2000 and 2099")]
    [InlineData("17:30", "Enter a time")]
    [InlineData("2026-07-04", "Enter a time")]
    [InlineData("2026-07-04T17:30+99:00", "Enter a time")]
    public void A_time_that_is_not_exactly_one_instant_is_refused(string text, string message)
    {
        var (instant, refusal) = LocalTime.Read(text, SanDiego, null);

        Assert.Null(instant);
        Assert.Contains(message, refusal!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolved_time_converts_back_and_only_skipped_or_repeated_times_are_refused() =>
        Gen.Select(Minutes, Zones).Sample((local, zone) => LocalTime.Resolve(local, zone).Instant is { } instant
            ? LocalTime.At(instant, zone) == local && instant.Offset == TimeSpan.Zero
            : zone.IsInvalidTime(local) || zone.IsAmbiguousTime(local));

    [Fact]
    public void A_planned_time_always_has_an_instant_and_only_a_skipped_one_moves_later() =>
        Gen.Select(Minutes, Zones).Sample((local, zone) =>
        {
            var shown = LocalTime.At(LocalTime.Nearest(local, zone), zone);
            return zone.IsInvalidTime(local) ? shown > local : shown == local;
        });

    [Fact]
    public void The_first_instant_of_a_repeated_time_is_used() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero),
            LocalTime.Nearest(new(2026, 11, 1, 1, 30, 0), SanDiego));
}
