using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

/// <summary>When the demo is seeded.</summary>
public sealed partial class DemoSeedTests
{
    [Fact]
    public async Task Seeding_twice_changes_nothing()
    {
        var before = await demo.Look(db => db.Log.CountAsync());
        await demo.Ship.In(async services =>
        {
            await services.GetRequiredService<DemoSeed>().Run(CancellationToken.None);
            return true;
        });
        Assert.Equal(before, await demo.Look(db => db.Log.CountAsync()));
        Assert.Equal(1, await demo.Look(db => db.Operators.CountAsync()));
    }

    [Fact]
    public async Task Seeding_sends_no_emails()
    {
        Assert.Equal(0, await demo.Look(db => db.Outbox.CountAsync()));
        Assert.Empty(demo.Ship.Post.Deliveries);
    }

    [Theory]
    [InlineData("2026-07-01T16:00:00Z")] // 09:00 in San Diego
    [InlineData("2026-07-02T01:00:00Z")] // 18:00, half an hour before the sunset sail
    [InlineData("2026-07-02T05:30:00Z")] // 22:30, after the sail
    [InlineData("2026-11-01T08:30:00Z")] // in the hour before the clocks go back
    [InlineData("2026-11-01T09:30:00Z")] // in the same local hour, the second time
    [InlineData("2027-03-14T09:59:00Z")] // the minute before the clocks go forward
    [InlineData("2027-03-14T10:00:00Z")] // 03:00, after the change
    [InlineData("2026-12-09T10:10:00Z")] // 02:10
    [InlineData("2026-12-09T17:50:00Z")] // 09:50, the tour boards
    [InlineData("2026-12-09T22:55:00Z")] // 14:55, shortly before the sunset sail
    [InlineData("2027-01-01T07:50:00Z")] // 23:50 on New Year's Eve
    [InlineData("2027-01-01T08:00:00Z")] // midnight
    [InlineData("2028-02-29T20:00:00Z")] // leap day
    public async Task At_any_hour_the_next_sail_is_in_progress(string hour)
    {
        await using var fixture = new DemoFixture();
        var now = DateTimeOffset.Parse(hour, null);
        fixture.Ship.Clock.SetUtcNow(now);
        var next = await fixture.Look(db => db.Charters.OrderBy(charter => charter.SortAt)
            .FirstAsync(charter => charter.Title == "Sunset sail" && charter.SortAt > now));
        var list = await fixture.Look(db => db.Checklists.Include(row => row.Items)
            .FirstAsync(row => row.CharterId == next.Id && row.Phase == Phase.PreDeparture));

        Assert.InRange(next.Departure!.Value, now.AddMinutes(30), now.AddHours(30));
        Assert.Equal(
            [CrewRole.Deckhand], next.Positions.Where(position => position.IsOpen).Select(position => position.Role));
        Assert.All(
            next.Positions.Where(position => !position.IsOpen), position => Assert.NotNull(position.ConfirmedAt));
        Assert.True(next is { GuestsExpected: > 0, Contact.Phone: not null, MeetingPoint: not null });
        Assert.True(next is { Notes: not null, GuestsArriveAt: not null });
        Assert.Equal(new(9, 2, 7), list.Progress);
        Assert.Equal(3, list.Items.Select(item => item.ChangedBy).OfType<Guid>().Distinct().Count());
    }

    [Fact]
    public async Task The_demo_is_not_seeded_automatically_if_there_is_an_operator()
    {
        await using var app = new AppFixture();
        Assert.True(await IsWanted(app));
        await app.Cast();
        Assert.False(await IsWanted(app));

        static Task<bool> IsWanted(AppFixture app) =>
            app.In(services => services.GetRequiredService<DemoSeed>().IsWanted(CancellationToken.None));
    }

    [Theory]
    [InlineData("Development", "", 1)]
    [InlineData("Development", "false", 0)]
    [InlineData("Production", "", 0)]
    [InlineData("Production", "true", 1)]
    public async Task An_empty_database_is_seeded_in_Development_and_if_the_setting_says_so(
        string environment, string setting, int operators)
    {
        await using var app = new AppFixture { Settings = { ["environment"] = environment, ["Demo:Seed"] = setting } };
        Assert.Equal(
            operators, await app.In(services => services.GetRequiredService<AppDbContext>().Operators.CountAsync()));
    }
}
