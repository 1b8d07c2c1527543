using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Demo;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

public sealed class DemoSeedTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    [Fact]
    public async Task The_house_has_two_boats_four_types_and_four_lists()
    {
        var vessels =
            await demo.Look(db => db.Vessels.OrderBy(vessel => vessel.Details.PassengerCapacity).ToListAsync());
        Assert.Equal([(6, false), (49, true)],
            vessels.Select(vessel => (vessel.Details.PassengerCapacity, vessel.Details.Inspected)));
        Assert.Equal(["Harbor tour", "Memorial at sea", "Private party", "Sunset sail"],
            await demo.Look(db => db.CharterTypes.OrderBy(type => type.Name).Select(type => type.Name).ToListAsync()));
        Assert.Equal([6, 8, 12, 18],
            (await demo.Look(db => db.ChecklistTemplates.ToListAsync())).Select(list => list.Items.Count).Order());
    }

    [Fact]
    public async Task Whoever_signed_came_by_a_link_though_nobody_knows_from_where()
    {
        var signed = await demo.Look(db => db.Log.Where(entry => entry.Kind == "waiver.signed").ToListAsync());

        Assert.NotEmpty(signed);
        Assert.All(signed, entry => Assert.True(entry.IsByLink));
    }

    [Fact]
    public async Task Its_log_claims_no_place_since_nobody_was_anywhere() =>
        Assert.All(await demo.Look(db => db.Log.ToListAsync()),
            entry => Assert.Equal((null, null), (entry.SessionId, entry.Address)));

    [Fact]
    public async Task Eight_people_have_joined_and_each_holds_what_their_part_asks()
    {
        var members = await demo.Look(db => db.Members.ToListAsync());
        Assert.All(members, member => Assert.Equal(MemberStatus.Active, member.Status));
        Assert.All(members, member => Assert.EndsWith("@harbor-demo.example", member.Email, StringComparison.Ordinal));
        Assert.Equal([MemberRole.Owner, MemberRole.Dispatcher],
            members.Where(member => member.IsOffice).Select(member => member.Role).OrderDescending());
        var crew = members.Where(member => !member.IsOffice).Select(member => member.Qualifications[0]).Order();
        Assert.Equal(
            [CrewRole.Captain, CrewRole.Captain, CrewRole.FirstMate, CrewRole.Deckhand, CrewRole.Deckhand,
                CrewRole.Deckhand],
            crew);
    }

    [Fact]
    public async Task A_dozen_charters_lie_around_today_planned_sailed_or_called_off()
    {
        var charters = await demo.Look(db => db.Charters.ToListAsync());
        Assert.Equal(12, charters.Count);
        Assert.Equal([CharterStatus.Draft, CharterStatus.Scheduled, CharterStatus.Closed, CharterStatus.Cancelled],
            charters.Select(charter => charter.Status).Distinct().Order());
        Assert.Equal(4, charters.Count(charter => charter.Departure < AppFixture.Morning));
        Assert.Equal(2, charters.Count(charter => charter.Date == new DateOnly(2026, 7, 1)));
        Assert.All(charters.Where(charter => charter.Status == CharterStatus.Cancelled),
            charter => Assert.NotEmpty(charter.CancelReason!));
    }

    [Fact]
    public async Task What_has_sailed_was_worked_to_the_last_item()
    {
        var sailed =
            await demo.Look(
                db => db.Charters.Where(charter => charter.Status == CharterStatus.Closed).Select(charter => charter.Id)
                    .ToListAsync());
        var lists =
            await demo.Look(
                db => db.Checklists.Include(list => list.Items).Where(list => sailed.Contains(list.CharterId))
                    .ToListAsync());
        Assert.Equal(10, lists.Count);
        Assert.All(lists, list => Assert.True(list.Progress.IsDone, list.Name));
    }

    [Fact]
    public async Task What_has_sailed_has_the_times_its_captain_said()
    {
        var sailed =
            await demo.Look(db => db.Charters.Where(charter => charter.Status == CharterStatus.Closed).ToListAsync());

        Assert.Equal(3, sailed.Count);
        Assert.All(sailed,
            charter =>
                Assert.Equal((charter.Departure!.Value.AddMinutes(4), charter.Return!.Value.AddMinutes(-3)),
                    (charter.ActualDeparture!.Value, charter.ActualReturn!.Value)));
    }

    [Fact]
    public async Task Some_have_yet_to_say_yes_to_what_the_office_gave_them()
    {
        var charters =
            await demo.Look(
                db => db.Charters.Where(charter => charter.Status == CharterStatus.Scheduled).ToListAsync());
        Assert.Equal(4,
            charters.SelectMany(charter => charter.Positions)
                .Count(position => !position.IsOpen && position.ConfirmedAt is null));
    }

    [Fact]
    public async Task The_log_runs_in_order_of_time_up_to_now_and_each_charter_stands_at_its_last_entry()
    {
        var log = await demo.Look(db => db.Log.OrderBy(entry => entry.Seq).ToListAsync());
        Assert.Equal(log.Select(entry => entry.At).Order(), log.Select(entry => entry.At));
        Assert.All(
            log.Prepend(null).Zip(log), pair => Assert.True(pair.Second.Follows(pair.First?.Hash ?? LogEntry.Genesis)));
        Assert.InRange(log[^1].At, AppFixture.Morning.AddMinutes(-10), AppFixture.Morning);
        Assert.All(log, entry => Assert.Equal(entry.Kind == "waiver.signed", entry.MemberId is null));
        var last = log.Where(entry => entry.CharterId is not null).GroupBy(entry => entry.CharterId!.Value)
            .ToDictionary(entries => entries.Key, entries => entries.Max(entry => entry.Seq));
        Assert.All(await demo.Look(db => db.Charters.ToListAsync()),
            charter => Assert.Equal(last[charter.Id], charter.Revision));
    }

    [Fact]
    public async Task Most_of_the_next_sails_party_has_signed_and_three_have_yet_to()
    {
        var guests = await demo.Look(db => db.Guests.ToListAsync());
        Assert.Equal((9, 6), (guests.Count, guests.Count(guest => guest.HasSigned)));
        Assert.Equal(6, await demo.Look(db => db.Waivers.CountAsync()));
        Assert.Equal(2, await demo.Look(db => db.Set<ShipCaptainCrew.Evidence.WaiverVersion>().CountAsync()));
    }

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
    public async Task Seeding_mails_nobody()
    {
        Assert.Equal(0, await demo.Look(db => db.Outbox.CountAsync()));
        Assert.Empty(demo.Ship.Post.Deliveries);
    }

    [Theory]
    [InlineData("2026-07-01T16:00:00Z")] // 09:00 in San Diego
    [InlineData("2026-07-02T01:00:00Z")] // 18:00, half an hour before the sunset sail
    [InlineData("2026-07-02T05:30:00Z")] // 22:30, everybody is ashore
    [InlineData("2026-11-01T08:30:00Z")] // in the hour the clocks go back
    [InlineData("2026-11-01T09:30:00Z")] // in the same hour by the clock, the second time
    [InlineData("2027-03-14T09:59:00Z")] // the minute before the clocks go forward
    [InlineData("2027-03-14T10:00:00Z")] // 03:00, when they have
    [InlineData("2026-12-09T10:10:00Z")] // 02:10
    [InlineData("2026-12-09T17:50:00Z")] // 09:50, the tour boards
    [InlineData("2026-12-09T22:55:00Z")] // 14:55, shortly before the sunset sail
    [InlineData("2027-01-01T07:50:00Z")] // 23:50 on New Year's Eve
    [InlineData("2027-01-01T08:00:00Z")] // midnight
    [InlineData("2028-02-29T20:00:00Z")] // the day that most years do not have
    public async Task Whatever_the_hour_one_sail_is_ready_to_be_worked_on(string hour)
    {
        await using var late = new DemoFixture();
        var now = DateTimeOffset.Parse(hour, null);
        late.Ship.Clock.SetUtcNow(now);
        var next =
            await late.Look(
                db => db.Charters.OrderBy(charter => charter.SortAt)
                    .FirstAsync(charter => charter.Title == "Sunset sail" && charter.SortAt > now));
        var list =
            await late.Look(
                db => db.Checklists.Include(row => row.Items)
                    .FirstAsync(row => row.CharterId == next.Id && row.Phase == Phase.PreDeparture));

        Assert.InRange(next.Departure!.Value, now.AddMinutes(30), now.AddHours(30));
        Assert.Equal(
            [CrewRole.Deckhand], next.Positions.Where(position => position.IsOpen).Select(position => position.Role));
        Assert.All(
            next.Positions.Where(position => !position.IsOpen), position => Assert.NotNull(position.ConfirmedAt));
        Assert.True(
            next is { GuestsExpected: > 0, Contact.Phone: not null, MeetingPoint: not null, Notes: not null,
                GuestsArriveAt: not null });
        Assert.Equal(new(9, 2, 7), list.Progress);
        Assert.Equal(3, list.Items.Select(item => item.ChangedBy).OfType<Guid>().Distinct().Count());
    }

    [Fact]
    public async Task An_operator_that_is_here_already_wants_no_demo_unasked()
    {
        await using var app = new AppFixture();
        Assert.True(await Wanted(app));
        await app.Cast();
        Assert.False(await Wanted(app));

        static Task<bool> Wanted(AppFixture app) =>
            app.In(services => services.GetRequiredService<DemoSeed>().IsWanted(CancellationToken.None));
    }

    [Theory]
    [InlineData("Development", "", 1)]
    [InlineData("Development", "false", 0)]
    [InlineData("Production", "", 0)]
    [InlineData("Production", "true", 1)]
    public async Task An_empty_database_is_seeded_in_development_and_where_the_setting_says_so(
        string environment, string setting, int operators)
    {
        await using var app = new AppFixture { Settings = { ["environment"] = environment, ["Demo:Seed"] = setting } };
        Assert.Equal(
            operators, await app.In(services => services.GetRequiredService<AppDbContext>().Operators.CountAsync()));
    }
}
