using CsCheck;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Properties that hold for any charter at any time.</summary>
public sealed partial class CharterTimingTests
{
    private static readonly Gen<DateTimeOffset> Moments = Gen.Int[-3 * 86_400, 4 * 86_400]
        .Select(seconds => PlannedDeparture.AddSeconds(seconds));

    /// <summary>
    /// Charters in every status, with and without times, past midnight, by a person and automatically.
    /// </summary>
    private static readonly Gen<Charter> Charters = Gen.Select(
        Gen.OneOf([.. Enum.GetValues<CharterStatus>().Select(Gen.Const)]), Gen.Bool, Gen.Int[-300, 300],
        Gen.Int[0, 20 * 60], Gen.Bool)
        .Select((status, hasDeparture, shift, minutes, byClock) =>
        {
            var departure = PlannedDeparture.AddMinutes(shift);
            return Charter(status, hasDeparture ? departure : null, minutes == 0 ? null : departure.AddMinutes(minutes),
                departure.AddMinutes(3), departure.AddMinutes(minutes + 5), byClock);
        });

    [Fact]
    public void There_is_always_a_text_and_minutes_are_never_negative() =>
        Gen.Select(Charters, Moments, Moments).Sample((charter, now, sunset) =>
        {
            var timing = CharterTiming.Of(charter, sunset, now, Grace);
            return timing.TextAt(now).Text.Length > 0
                && new[] { timing.Main, timing.Underway, timing.Sunset }.OfType<Countdown>()
                    .All(count => count.MinutesAt(now) >= 0 && count.TextAt(now).Text.Length > 0);
        });

    [Fact]
    public void The_level_never_decreases_while_nothing_else_changes() =>
        Gen.Select(Charters, Moments, Gen.Int[0, 600]).Sample((charter, now, minutes) =>
        {
            var main = CharterTiming.Of(charter, null, now, Grace).Main;
            return main is null || main.LevelAt(now) <= main.LevelAt(now.AddMinutes(minutes));
        });

    [Fact]
    public void A_client_that_continues_offline_shows_what_the_server_would() =>
        Gen.Select(Charters, Moments, Gen.Int[0, 600]).Sample((charter, now, minutes) =>
        {
            var later = now.AddMinutes(minutes);
            var (before, after) = (
                CharterTiming.Of(charter, null, now, Grace), CharterTiming.Of(charter, null, later, Grace));
            return before.Main is null || after.Main is null
                || (before.TextAt(later).Text == after.TextAt(later).Text
                    && before.LevelAt(later) == after.LevelAt(later));
        });

    [Fact]
    public void The_countdown_and_the_charter_agree_about_overdue() =>
        Gen.Select(Charters, Moments).Sample((charter, now) =>
            charter.IsOverdue(now, Grace) == (charter.Status == CharterStatus.Underway
                && CharterTiming.Of(charter, null, now, Grace).LevelAt(now) == Level.Late));
}
