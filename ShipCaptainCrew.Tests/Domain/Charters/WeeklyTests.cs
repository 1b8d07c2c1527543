using System.Text.Json.Nodes;
using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class WeeklyTests
{
    private const string Pacific = "America/Los_Angeles";
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Pacific);
    private static readonly Port SanDiego = new("San Diego", 32.7157, -117.1611);
    private static readonly DateOnly Fourth = new(2026, 7, 4);
    private static readonly Gen<DateOnly> Days = Gen.Int[InputLimits.FirstDay.DayNumber, InputLimits.LastDay.DayNumber]
        .Select(DateOnly.FromDayNumber);

    [Fact]
    public void The_dates_are_on_the_same_weekday_in_equal_steps_up_to_the_last_date() =>
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
    [InlineData("""{"until": "2026-07-10"}""", "until",
        "The next date would be Jul 11, 2026. Choose a later last day.")]
    [InlineData("""{"until": "2026-07-04"}""", "until",
        "The next date would be Jul 11, 2026. Choose a later last day.")]
    [InlineData(
        """{"until": "2027-07-10"}""", "until", "A series can have at most 52 more dates. Choose an earlier last day.")]
    public void An_invalid_series_is_refused_at_its_field(string given, string field, string message)
    {
        var input = Input.Of(JsonNode.Parse(given)!.AsObject());

        Weekly.Read(input, Fourth);

        var (name, messages) = Assert.Single(input.Refusal!.Errors!);
        Assert.Equal((field, message), (name, $"{Assert.Single(messages)}"));
    }

    [Fact]
    public void The_last_date_is_inclusive_and_a_series_has_at_most_52_dates()
    {
        Assert.Equal([new(2026, 7, 11), new(2026, 7, 18)], Read("""{"until": "2026-07-18"}""").Dates);
        Assert.Equal(Weekly.Most, Read("""{"until": "2027-07-09"}""").Dates.Count);
        Assert.Equal([new(2026, 7, 18)], Read("""{"count": 1, "every_weeks": 2}""").Dates);
        Assert.Equal(Weekly.Most, Read("""{"until": "2028-07-14", "every_weeks": 2}""").Dates.Count);
        Assert.Equal([InputLimits.LastDay], new Weekly(new(2099, 12, 24), 1, 5, null).Dates);
    }

    [Theory]
    [InlineData("""{"count": 1}""", "count")]
    [InlineData("""{"until": "2099-12-31"}""", "until")]
    public void A_series_without_a_further_date_is_refused_at_the_field_that_was_sent(string given, string field)
    {
        var input = Input.Of(JsonNode.Parse(given)!.AsObject());

        Weekly.Read(input, new(2099, 12, 30));

        Assert.Equal([field], input.Refusal!.Errors!.Keys);
    }

    private static Weekly Read(string given)
    {
        var input = Input.Of(JsonNode.Parse(given)!.AsObject());
        var weekly = Weekly.Read(input, Fourth);
        Assert.Null(input.Refusal);
        return weekly;
    }
}
