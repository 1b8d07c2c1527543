using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class ReplanTests
{
    private const string Pacific = "America/Los_Angeles";
    private static readonly Guid Operator = Guid.CreateVersion7();
    private static readonly Actor Office = new(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
    private static readonly Plan Plan = new()
    {
        VesselId = Guid.CreateVersion7(),
        Date = new(2026, 7, 4),
        Title = "Whale watch",
        Departure = new(2026, 7, 4, 20, 0, 0, TimeSpan.Zero),
        DepartureGiven = true,
        MeetingPoint = "Pier 3",
        Contact = Contact.None,
        GuestsExpected = 8,
    };

    private readonly Charter charter = new(Operator, Plan, Pacific, null);

    public ReplanTests() => charter.TakeEvents();

    [Fact]
    public void An_unchanged_plan_is_not_an_edit()
    {
        Assert.Null(charter.Replan(Plan with { }, Pacific, null));

        Assert.Equal(1, charter.Version);
        Assert.False(charter.HasEvents);
    }

    [Fact]
    public void An_edit_increases_the_version_and_reports_the_fields_and_whether_the_crew_is_notified()
    {
        charter.Replan(Plan with { Notes = "Cake aboard" }, Pacific, null);
        charter.Replan(
            charter.Plan with
            {
                MeetingPoint = "Pier 5",
                DepartureGiven = false,
                Contact = new("Ben Cole", null, null),
            },
            Pacific,
            null);

        Assert.Equal(3, charter.Version);
        var events = charter.TakeEvents().Cast<CharterChanged>().ToList();
        Assert.Equal(2, events.Count);
        Assert.Equal((false, true), (events[0].Moved, events[1].Moved));
        Assert.Equal(["notes"], events[0].Fields);
        Assert.Equal(["departure_time", "meeting_point", "contact"], events[1].Fields);
    }

    [Fact]
    public void A_cancelled_charter_cannot_be_changed()
    {
        charter.Cancel("Gale warning", Office);

        var refusal = charter.Replan(Plan with { Title = "Reef day" }, Pacific, null);

        Assert.Equal("charter_closed", refusal!.Code);
        Assert.Equal("Whale watch", charter.Title);
    }
}
