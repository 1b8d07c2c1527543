using System.Globalization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>
/// Charters in any status, without a database: the vessel Aurora in San Diego on July 4, 17:30 to 20:00 local time.
/// </summary>
internal static class SanDiegoCharter
{
    public static readonly Port SanDiego = new("San Diego", 32.7157, -117.1611);
    public static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    public static readonly DateTimeOffset PlannedDeparture = At("17:30"), PlannedReturn = At("20:00");

    private static readonly Guid Operator = Guid.CreateVersion7();

    /// <summary>A local time of July 4 in San Diego.</summary>
    public static DateTimeOffset At(string time) =>
        LocalTime.Nearest(
            new DateOnly(2026, 7, 4).ToDateTime(TimeOnly.Parse(time, CultureInfo.InvariantCulture)), Pacific);

    public static Vessel Aurora(bool lights = true, int turnaround = 30) => new(Operator, new()
    {
        Name = "Aurora",
        PassengerCapacity = 12,
        TurnaroundMinutes = turnaround,
        NavigationLights = lights,
    });

    public static Plan Plan(DateTimeOffset? departure, DateTimeOffset? back, DateOnly? date = null) => new()
    {
        VesselId = Guid.CreateVersion7(),
        Date = date ?? new(2026, 7, 4),
        Title = "Harbor tour",
        Departure = departure,
        DepartureGiven = true,
        Return = back,
        ReturnGiven = true,
        Contact = Contact.None,
    };

    /// <param name="byClock">Whether the status changes happened automatically, unconfirmed. Without a departure or
    /// return, a person makes them.</param>
    public static Charter Charter(
        CharterStatus status,
        DateTimeOffset? departure,
        DateTimeOffset? back,
        DateTimeOffset? left = null,
        DateTimeOffset? returned = null,
        bool byClock = false)
    {
        var type = new CharterType(Operator, new()
        {
            Name = "Tour",
            Schedule = new() { Anchor = DepartureRule.Fixed, Time = new(17, 30), DurationMinutes = 150 },
            Roles = new(),
            ChecklistTemplateIds = [],
            AutomaticTransitions = byClock,
        });
        var charter = new Charter(Operator, Plan(departure, back), Pacific.Id, type);
        var planned = By(At("08:00"));
        if (status == CharterStatus.Draft) return charter;
        charter.Publish(planned);
        if (status == CharterStatus.Cancelled) charter.Cancel("Gale warning", planned);
        else if (byClock && departure is not null && back is not null && status >= CharterStatus.Underway)
            Follow(charter, status);
        else if (status > CharterStatus.Scheduled)
            Move(charter, status, left ?? departure ?? PlannedDeparture, returned ?? back ?? PlannedReturn);
        Assert.Equal(status, charter.Status);
        return charter;
    }

    private static void Move(Charter charter, CharterStatus status, DateTimeOffset left, DateTimeOffset returned)
    {
        charter.Board(By(left));
        if (status >= CharterStatus.Underway) charter.Depart(left, [], null, By(left));
        if (status >= CharterStatus.Returned) charter.MarkReturned(returned, By(returned));
        if (status >= CharterStatus.Closed) charter.Close(By(returned));
    }

    private static void Follow(Charter charter, CharterStatus status)
    {
        charter.FollowClock(charter.Departure!.Value, isGateOpen: true);
        if (status >= CharterStatus.Returned) charter.FollowClock(charter.Return!.Value, isGateOpen: true);
        if (status >= CharterStatus.Closed) charter.Close(By(charter.Return!.Value));
    }

    private static Actor By(DateTimeOffset at) => new(Guid.CreateVersion7(), at);
}
