using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Demo;

public sealed partial class DemoSeedTests
{
    [Fact]
    public async Task Twelve_charters_around_today_are_planned_closed_or_cancelled()
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
    public async Task The_checklists_of_closed_charters_are_complete()
    {
        var closed = await demo.Look(db => db.Charters
            .Where(charter => charter.Status == CharterStatus.Closed).Select(charter => charter.Id).ToListAsync());
        var lists = await demo.Look(db => db.Checklists.Include(list => list.Items)
            .Where(list => closed.Contains(list.CharterId)).ToListAsync());
        Assert.Equal(10, lists.Count);
        Assert.All(lists, list => Assert.True(list.Progress.IsDone, list.Name));
    }

    [Fact]
    public async Task Closed_charters_have_actual_times()
    {
        var closed = await demo.Look(db =>
            db.Charters.Where(charter => charter.Status == CharterStatus.Closed).ToListAsync());

        Assert.Equal(3, closed.Count);
        Assert.All(closed, charter => Assert.Equal(
            (charter.Departure!.Value.AddMinutes(4), charter.Return!.Value.AddMinutes(-3)),
            (charter.ActualDeparture!.Value, charter.ActualReturn!.Value)));
    }

    [Fact]
    public async Task Some_assigned_positions_are_not_confirmed()
    {
        var charters = await demo.Look(db =>
            db.Charters.Where(charter => charter.Status == CharterStatus.Scheduled).ToListAsync());
        Assert.Equal(4,
            charters.SelectMany(charter => charter.Positions)
                .Count(position => !position.IsOpen && position.ConfirmedAt is null));
    }

    [Fact]
    public async Task The_log_is_in_order_up_to_now_and_each_charter_has_the_revision_of_its_last_entry()
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
    public async Task Six_of_nine_guests_of_the_next_sail_have_signed()
    {
        var guests = await demo.Look(db => db.Guests.ToListAsync());
        Assert.Equal((9, 6), (guests.Count, guests.Count(guest => guest.HasSigned)));
        Assert.Equal(6, await demo.Look(db => db.Waivers.CountAsync()));
        Assert.Equal(2, await demo.Look(db => db.Set<WaiverVersion>().CountAsync()));
    }
}
