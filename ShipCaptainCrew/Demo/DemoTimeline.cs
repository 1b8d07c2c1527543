using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// The bookings as steps: booked, claimed, signed, cancelled, sailed. Steps later than now are left out.
/// </summary>
internal sealed class DemoTimeline(
    DemoChecklists checklists,
    CharterActions charters,
    RoleActions roles,
    LifecycleActions lifecycle,
    DemoGuests guests,
    DemoData data,
    DateTimeOffset now)
{
    /// <summary>If today's sail leaves sooner than this, the next sail is tomorrow's.</summary>
    private static readonly TimeSpan ShortestLead = TimeSpan.FromMinutes(45);

    private readonly Dictionary<DemoBooking, Guid> ids = [];

    /// <summary>All steps up to now, in chronological order.</summary>
    public IEnumerable<DemoStep> Steps()
    {
        var today = LocalTime.DateOf(now, data.Zone);
        var next = DepartureOf(DemoOperator.Bookings.First(booking => booking.IsNext), today) > now + ShortestLead
            ? today
            : today.AddDays(1);
        return DemoOperator.Bookings
            .SelectMany((booking, i) => StepsOf(booking, i, DepartureOf(booking, DateOf(booking))))
            .Where(step => step.At <= now).OrderBy(step => step.At);

        DateOnly DateOf(DemoBooking booking) =>
            (booking.Day > 0 || booking.IsNext ? next : today).AddDays(booking.Day);
    }

    private IEnumerable<DemoStep> StepsOf(DemoBooking booking, int ordinal, DateTimeOffset departure)
    {
        var last = LocalTime.DateOf(departure < now ? departure : now, data.Zone);
        var booked = At(last.AddDays(-6), new(9, 5)).AddMinutes(37 * ordinal);
        return
        [
            new(booked, DemoOperator.Office, viewer => Book(viewer, booking, departure)),
            .. Claims(booking, booked),
            .. AddedGuests(booking, booked),
            .. Signatures(booking),
            .. booking.CancelReason is null ? [] : new[] { Cancellation(booking, At(last.AddDays(-1), new(16, 10))) },
            .. booking.Sails ? checklists.Steps(booking, departure, now, () => ids[booking]) : [],
            .. booking is { Sails: true, IsNext: false } ? Sail(booking, departure) : [],
        ];
    }

    private IEnumerable<DemoStep> Claims(DemoBooking booking, DateTimeOffset booked) =>
        booking.Crew.Where(member => member.Confirmed).Select((member, i) => new DemoStep(
            booked.AddHours(1 + (2 * i)),
            member.Name,
            viewer => roles.Claim(viewer, ids[booking], member.Role, Input.Empty())));

    private IEnumerable<DemoStep> AddedGuests(DemoBooking booking, DateTimeOffset booked) =>
        booking.Party.Select((guest, i) => new DemoStep(
            booked.AddMinutes(20 + i),
            DemoOperator.Office,
            viewer => guests.Add(viewer, ids[booking], guest)));

    private IEnumerable<DemoStep> Signatures(DemoBooking booking) =>
        booking.Party.Where(guest => guest.Signed is not null).Select(guest => new DemoStep(
            now.AddMinutes(-guest.Signed!.Value),
            DemoOperator.Office,
            viewer => guests.Sign(viewer.OperatorId, ids[booking], guest)));

    private DemoStep Cancellation(DemoBooking booking, DateTimeOffset at) => new(
        at,
        DemoOperator.Office,
        viewer => charters.Cancel(viewer, ids[booking], Input.Of(new() { ["reason"] = booking.CancelReason })));

    /// <summary>The status changes of a day of sailing, a few minutes off the planned times.</summary>
    private IEnumerable<DemoStep> Sail(DemoBooking booking, DateTimeOffset departure)
    {
        var back = departure.AddMinutes(data.Types[booking.Type].Schedule.DurationMinutes);
        return
        [
            Move(departure.AddMinutes(-29), lifecycle.Board),
            Move(departure.AddMinutes(4), lifecycle.Depart),
            Move(back.AddMinutes(-3), lifecycle.MarkReturned),
            Move(back.AddMinutes(75), lifecycle.Close),
        ];

        DemoStep Move(DateTimeOffset at, Func<Viewer, Guid, Input, Task<Outcome>> move) =>
            new(at, booking.Crew[0].Name, viewer => move(viewer, ids[booking], Input.Empty()));
    }

    private async Task<Outcome> Book(Viewer viewer, DemoBooking booking, DateTimeOffset departure)
    {
        var outcome = await charters.Create(viewer, booking.ToInput(departure, data));
        ids[booking] = outcome.Id;
        return outcome;
    }

    private DateTimeOffset At(DateOnly date, TimeOnly time) => LocalTime.Nearest(date.ToDateTime(time), data.Zone);

    private DateTimeOffset DepartureOf(DemoBooking booking, DateOnly date) =>
        data.Types[booking.Type].Schedule.DepartureOn(date, data.Operator.HomePort, data.Zone)
        ?? throw new InvalidOperationException($"The Sun does not set at the port on {date:yyyy-MM-dd}.");
}
