using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Fleet;

public sealed class VesselTests
{
    private static readonly Actor Office = new(Guid.CreateVersion7(), new(2026, 7, 1, 16, 0, 0, TimeSpan.Zero));
    private static readonly VesselDetails Details = new() { Name = "Aurora", PassengerCapacity = 12 };

    private readonly Vessel vessel = new(Guid.CreateVersion7(), Details);

    [Fact]
    public void A_new_vessel_is_logged_as_created()
    {
        Assert.Equal(("Aurora", Details), (vessel.Name, vessel.Details));
        Assert.Equal("vessel.created", Assert.Single(vessel.TakeEvents()).Kind);
    }

    [Fact]
    public void A_change_is_logged_with_its_fields_and_an_unchanged_vessel_is_not()
    {
        vessel.TakeEvents();

        vessel.Change(Details with { });
        Assert.False(vessel.HasEvents);
        vessel.Change(Details with { Name = "Dawn", MinimumCrew = 2 });

        Assert.Equal("Dawn", vessel.Name);
        var changed = Assert.IsType<ReferenceDataRecorded>(Assert.Single(vessel.TakeEvents()));
        Assert.Equal(("vessel.changed", vessel.Id), (changed.Kind, changed.SubjectId));
        Assert.Equal(["name", "minimum_crew"], changed.Fields);
    }

    [Fact]
    public void Archiving_twice_keeps_the_first_time()
    {
        vessel.TakeEvents();

        vessel.Archive(Office);
        vessel.Archive(Office with { At = Office.At.AddHours(1) });

        Assert.Equal(Office.At, vessel.ArchivedAt);
        Assert.Equal(new ReferenceDataRecorded("vessel", "archived", vessel.Id, []).Kind,
            Assert.Single(vessel.TakeEvents()).Kind);
    }
}
