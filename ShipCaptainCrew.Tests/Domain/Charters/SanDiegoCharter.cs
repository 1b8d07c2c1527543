using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>
/// Charters in every state, with no database: Aurora of San Diego on 4 July, 17:30 to 20:00 by her clock.
/// </summary>
internal static class SanDiegoCharter
{
    public static readonly Port SanDiego = new("San Diego", 32.7157, -117.1611);
    public static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    public static readonly DateTimeOffset Away = At("17:30"), Back = At("20:00");

    private static readonly Guid Operator = Guid.CreateVersion7();

    /// <summary>A clock time of 4 July in San Diego.</summary>
    public static DateTimeOffset At(string time) =>
        LocalTime.Nearest(
            new DateOnly(2026, 7, 4).ToDateTime(
                TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)),
            Pacific);

    public static Vessel Aurora(bool lights = true, int turnaround = 30) => new(Operator, new()
    {
        Name = "Aurora",
        PassengerCapacity = 12,
        TurnaroundMinutes = turnaround,
        NavigationLights = lights,
    });

    public static Plan Plan(DateTimeOffset? away, DateTimeOffset? back, DateOnly? date = null) => new()
    {
        VesselId = Guid.CreateVersion7(),
        Date = date ?? new(2026, 7, 4),
        Title = "Harbor tour",
        Departure = away,
        DepartureGiven = true,
        Return = back,
        ReturnGiven = true,
        Contact = Contact.None,
    };

    /// <param name="byClock">Taken there by the schedule, unconfirmed; without departure or return a person
    /// must.</param>
    public static Charter Charter(CharterStatus status, DateTimeOffset? away, DateTimeOffset? back,
        DateTimeOffset? left = null, DateTimeOffset? returned = null, bool byClock = false)
    {
        var type = new CharterType(Operator, new()
        {
            Name = "Tour",
            Schedule = new() { Anchor = DepartureRule.Fixed, Time = new(17, 30), DurationMinutes = 150 },
            Roles = new(),
            ChecklistTemplateIds = [],
            AutomaticTransitions = byClock,
        });
        var charter = new Charter(Operator, Plan(away, back), Pacific.Id, type);
        var planned = By(At("08:00"));
        if (status == CharterStatus.Draft) return charter;
        charter.Publish(planned);
        if (status == CharterStatus.Cancelled) charter.Cancel("Gale warning", planned);
        else if (byClock && away is not null && back is not null && status >= CharterStatus.Underway)
            Follow(charter, status);
        else if (status > CharterStatus.Scheduled)
            Move(charter, status, left ?? away ?? Away, returned ?? back ?? Back);
        Assert.Equal(status, charter.Status);
        return charter;
    }

    private static void Move(Charter charter, CharterStatus status, DateTimeOffset left, DateTimeOffset returned)
    {
        charter.Board(By(left));
        if (status >= CharterStatus.Underway) charter.Depart(left, [], null, By(left));
        if (status >= CharterStatus.Returned) charter.ComeBack(returned, By(returned));
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
