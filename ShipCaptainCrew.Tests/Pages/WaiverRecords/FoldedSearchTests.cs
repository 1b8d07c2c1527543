using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverRecords;

/// <summary>Searching signed waivers regardless of case, accents and apostrophes.</summary>
public sealed class FoldedSearchTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Cast.Signs(day.CharterId, "ÉMILE ZÄHRINGER");
        await day.Cast.Signs(day.CharterId, "Siobhán O’Brien");
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Theory]
    [InlineData("zähringer", "ÉMILE ZÄHRINGER")]
    [InlineData("Zahringer Emile", "ÉMILE ZÄHRINGER")]
    [InlineData("e\u0301mile", "ÉMILE ZÄHRINGER")]
    [InlineData("siobhan o'brien", "Siobhán O’Brien")]
    [InlineData("Ｓｉｏｂ", "Siobhán O’Brien")]
    [InlineData("hringer", null)]
    public async Task A_name_is_found_as_people_type_it(string search, string? name) =>
        Assert.Equal(name is null ? [] : [name], await Found(search));

    [Fact]
    public async Task A_start_of_the_server_makes_older_records_found_and_the_search_uses_the_index()
    {
        await day.Ship.Change(day.Cast.OperatorId, (db, _) => db.Set<SearchWord>().ExecuteDeleteAsync());
        Assert.Empty(await Found("zähringer"));

        await day.Ship.In(async services =>
        {
            await services.GetRequiredService<SearchWords>().Fill();
            return true;
        });

        Assert.Equal(["ÉMILE ZÄHRINGER"], await Found("zähringer"));
        Assert.Contains("SEARCH", await Plan(), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> Found(string search) =>
        (await day.Cast.Olive.Browser.Page(
            $"/{day.Cast.Slug}/waivers/book?q={Uri.EscapeDataString(search)}"))
        .QuerySelectorAll("tbody tr").Select(row => new[] { "ÉMILE ZÄHRINGER", "Siobhán O’Brien" }
            .Single(name => row.TextContent.Contains(name, StringComparison.Ordinal)));

    /// <summary>How the database looks up the beginning of a word.</summary>
    private Task<string> Plan() => day.Cast.Look(async db =>
    {
        await using var command = db.WithWord(SearchKind.Waiver, "zahringer").CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await db.Database.OpenConnectionAsync();
        await using var plan = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await plan.ReadAsync()) steps.Add(plan.GetString(3));
        return string.Join('\n', steps);
    });
}
