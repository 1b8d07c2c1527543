using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Demo;

/// <summary>What one of the cast did, and when.</summary>
internal sealed record DemoStep(DateTimeOffset At, string Who, Func<Viewer, Task<Outcome>> Play);

/// <summary>
/// The bookings as the scenes they are made of: asked for, claimed, called off, worked. What lies ahead has not
/// happened.
/// </summary>
internal sealed class DemoTimeline(AppDbContext db, CharterActions charters, RoleActions roles,
    ChecklistActions checklists, LifecycleActions day, DemoGuests guests, DemoData data, DateTimeOffset now)
{
    private static readonly TimeSpan TooLate = TimeSpan.FromMinutes(45);

    private readonly Dictionary<DemoBooking, Guid> ids = [];

    public IEnumerable<DemoStep> Scenes()
    {
        var today = LocalTime.DateOf(now, data.Zone);
        var next = DepartureOf(DemoOperator.Bookings.First(booking => booking.IsNext), today) > now + TooLate
            ? today : today.AddDays(1);
        return DemoOperator.Bookings
            .SelectMany(
                (booking, i) =>
                    ScenesOf(booking, i,
                        DepartureOf(booking, (booking.Day > 0 || booking.IsNext ? next : today).AddDays(booking.Day))))
            .Where(scene => scene.At <= now).OrderBy(scene => scene.At);
    }

    private IEnumerable<DemoStep> ScenesOf(DemoBooking booking, int ordinal, DateTimeOffset departure)
    {
        var last = LocalTime.DateOf(departure < now ? departure : now, data.Zone);
        var booked = At(last.AddDays(-6), new(9, 5)).AddMinutes(37 * ordinal);
        return
        [
            new(booked, DemoOperator.Office, viewer => Book(viewer, booking, departure)),
            .. booking.Crew.Where(crewing => crewing.Confirmed)
                .Select((crewing, i) => new DemoStep(booked.AddHours(1 + (2 * i)), crewing.Name, viewer =>
                roles.Claim(viewer, ids[booking], crewing.Role, Input.Empty()))),
            .. booking.Party.Select(
                (guest, i) =>
                    new DemoStep(booked.AddMinutes(20 + i), DemoOperator.Office,
                        viewer => guests.Add(viewer, ids[booking], guest))),
            .. booking.Party.Where(guest => guest.Signed is not null)
                .Select(
                    guest =>
                        new DemoStep(now.AddMinutes(-guest.Signed!.Value), DemoOperator.Office,
                            viewer => guests.Sign(viewer.OperatorId, ids[booking], guest))),
            .. booking.CancelReason is null
                ? []
                : new[] {
                    new DemoStep(
                        At(last.AddDays(-1), new(16, 10)), DemoOperator.Office, viewer => Cancel(viewer, booking)) },
            .. booking.Sails ? Work(booking, departure) : [],
            .. booking is { Sails: true, IsNext: false } ? Sail(booking, departure) : [],
        ];
    }

    private async Task<Outcome> Book(Viewer viewer, DemoBooking booking, DateTimeOffset departure)
    {
        var outcome = await charters.Create(viewer, Asked(booking, departure));
        ids[booking] = outcome.Id;
        return outcome;
    }

    /// <summary>
    /// The captain, and who has not confirmed, are put there by the office; the others will claim their places.
    /// </summary>
    private Input Asked(DemoBooking booking, DateTimeOffset departure) => Input.Of(new()
    {
        ["vessel_id"] = $"{data.Vessels[booking.Vessel].Id}",
        ["charter_type_id"] = $"{data.Types[booking.Type].Id}",
        ["event_date"] = $"{LocalTime.DateOf(departure, data.Zone):yyyy-MM-dd}",
        ["title"] = booking.Title,
        ["captain_id"] = $"{data.Cast[booking.Crew[0].Name].MemberId}",
        ["crew"] = new JsonArray([.. booking.Crew.Skip(1).Where(crewing => !crewing.Confirmed).Select(Wanted)]),
        ["meeting_point"] = DemoOperator.MeetingPoint,
        ["guests_arrive_at"] = $"{departure.AddMinutes(-30):O}",
        ["guests_expected"] = booking.Guests,
        ["contact"] =
            new JsonObject {
                ["name"] = booking.Contact.Name, ["email"] = booking.Contact.Email, ["phone"] = booking.Contact.Phone },
        ["reference"] = booking.Reference,
        ["notes"] = booking.Notes,
        ["publish"] = booking.IsDraft ? "false" : "true",
    });

    private JsonNode Wanted(DemoCrewMember crewing) =>
        new JsonObject {
            ["role"] = WireNames.Name(crewing.Role), ["member_id"] = $"{data.Cast[crewing.Name].MemberId}" };

    private Task<Outcome> Cancel(Viewer viewer, DemoBooking booking) =>
        charters.Cancel(viewer, ids[booking], Input.Of(new() { ["reason"] = booking.CancelReason }));

    /// <summary>Its captain takes it through its day, never quite by the minute.</summary>
    private IEnumerable<DemoStep> Sail(DemoBooking booking, DateTimeOffset departure)
    {
        var back = departure.AddMinutes(data.Types[booking.Type].Schedule.DurationMinutes);
        return [Move(departure.AddMinutes(-29), day.Board), Move(departure.AddMinutes(4), day.Depart),
            Move(back.AddMinutes(-3), day.ComeBack), Move(back.AddMinutes(75), day.Close)];

        DemoStep Move(DateTimeOffset at, Func<Viewer, Guid, Input, Task<Outcome>> move) =>
            new(at, booking.Crew[0].Name, viewer => move(viewer, ids[booking], Input.Empty()));
    }

    private IEnumerable<DemoStep> Work(DemoBooking booking, DateTimeOffset departure) => booking.Ticks is { } ticks
        ? ticks.Select(tick => MarkedAt(now.AddMinutes(-tick.MinutesAgo), booking, 0, tick))
        : data.ListsOf(booking.Type)
            .SelectMany((list, i) => WorkedThrough(booking, i, list, Begin(list.Phase, booking, departure)));

    /// <summary>A list done to its end, the crew taking turns at its items.</summary>
    private IEnumerable<DemoStep> WorkedThrough(
        DemoBooking booking, int ordinal, ChecklistTemplate list, DateTimeOffset begin) =>
        booking.Crew.Select(
            (crewing, i) =>
                MarkedAt(begin.AddMinutes(13 * i), booking, ordinal, new Tick(0, crewing.Name, ItemState.Complete,
            [.. Enumerable.Range(0, list.Items.Count).Where(item => item % booking.Crew.Length == i)])));

    private DateTimeOffset Begin(Phase phase, DemoBooking booking, DateTimeOffset departure) =>
        departure.AddMinutes(phase switch
    {
        Phase.PreDeparture => -52,
        Phase.Underway => 18,
        _ => data.Types[booking.Type].Schedule.DurationMinutes + 8,
    });

    private DemoStep MarkedAt(DateTimeOffset at, DemoBooking booking, int list, Tick tick) =>
        new(at, tick.Name, viewer => Mark(viewer, ids[booking], list, tick));

    private async Task<Outcome> Mark(Viewer viewer, Guid charterId, int ordinal, Tick tick)
    {
        var list = await db.Checklists.AsNoTracking().Include(row => row.Items)
            .FirstAsync(row => row.CharterId == charterId && row.Ordinal == ordinal);
        var wishes = list.Items.Where(item => tick.Items.Contains(item.Ordinal))
            .Select(item => (JsonNode)new JsonObject { ["id"] = $"{item.Id}", ["state"] = WireNames.Name(tick.State) });
        return await checklists.Mark(
            viewer, charterId, list.Id, Input.Of(new() { ["items"] = new JsonArray([.. wishes]) }));
    }

    private DateTimeOffset At(DateOnly date, TimeOnly time) => LocalTime.Nearest(date.ToDateTime(time), data.Zone);

    private DateTimeOffset DepartureOf(DemoBooking booking, DateOnly date) =>
        data.Types[booking.Type].Schedule.DepartureOn(date, data.Operator.HomePort, data.Zone)
        ?? throw new InvalidOperationException("The Sun sets over San Diego every day.");
}
