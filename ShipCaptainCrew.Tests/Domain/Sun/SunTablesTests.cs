namespace ShipCaptainCrew.Tests.Domain.Sun;

/// <summary>Checks the accuracy stated in docs/sun.md and prints the figures.</summary>
public sealed class SunTablesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Tables => [.. SunTable.Names];

    [Theory, MemberData(nameof(Tables))]
    public void Events_occur_on_exactly_the_published_dates(string table)
    {
        var rows = SunTable.Read(table);

        output.WriteLine($"{rows.Count} rows, {rows.Count(row => row.Published is null)} without an event");
        Assert.All(rows, row => Assert.True(row.Agrees, $"{row}"));
    }

    [Theory, MemberData(nameof(Tables))]
    public void Computed_times_are_within_the_limits_of_the_published_times(string table) =>
        Assert.All(SunTable.Read(table).Where(row => row.Error is not null).GroupBy(row => row.Limit), band =>
        {
            var (limit, errors) = (band.Key, band.Select(row => row.Error).Order().ToList());
            var (median, worst) = (errors[errors.Count / 2], errors[^1]);

            output.WriteLine($"{limit.Rows}: {errors.Count} times, median {median} s, worst {worst} s");
            Assert.True(median <= limit.Median && worst <= limit.Worst, $"{limit}: {band.MaxBy(row => row.Error)}");
        });
}
