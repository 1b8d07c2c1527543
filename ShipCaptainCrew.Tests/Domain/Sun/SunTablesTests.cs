namespace ShipCaptainCrew.Tests.Domain.Sun;

/// <summary>The figures of docs/sun.md, printed as they are held.</summary>
public sealed class SunTablesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Tables => [.. SunTable.Names];

    [Theory, MemberData(nameof(Tables))]
    public void The_Sun_comes_on_the_dates_it_is_published_for_and_on_no_other(string table)
    {
        var rows = SunTable.Read(table);

        output.WriteLine($"{rows.Count} rows, {rows.Count(row => row.Published is null)} without an event");
        Assert.All(rows, row => Assert.True(row.Agrees, $"{row}"));
    }

    [Theory, MemberData(nameof(Tables))]
    public void It_comes_when_it_is_published(string table) =>
        Assert.All(SunTable.Read(table).Where(row => row.Error is not null).GroupBy(row => row.Limit), band =>
        {
            var (limit, errors) = (band.Key, band.Select(row => row.Error).Order().ToList());
            var (median, worst) = (errors[errors.Count / 2], errors[^1]);

            output.WriteLine($"{limit.Rows}: {errors.Count} times, median {median} s, worst {worst} s");
            Assert.True(median <= limit.Median && worst <= limit.Worst, $"{limit}: {band.MaxBy(row => row.Error)}");
        });
}
