using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Overriding the gate.</summary>
public sealed partial class GateTests
{
    [Theory]
    [InlineData(Gate.CaptainMissing)]
    [InlineData(Gate.ManningShort)]
    [InlineData(Gate.OverCapacity)]
    [InlineData(Gate.NoSailDefect)]
    public void A_blocker_that_cannot_be_overridden_refuses_departure_despite_a_reason(string code)
    {
        var charter = In(CharterStatus.Boarding);

        var refusal =
            charter.Depart(null, [new(code, "No.", MayBeOverridden: false), OpenItem], "We know her", ByKim(17, 30));

        Assert.Equal("gate_closed", refusal!.Code);
        Assert.Equal([code, Gate.ItemOpen],
            ((IReadOnlyList<Blocker>)refusal.Extensions!["blockers"]!).Select(blocker => blocker.Code));
        Assert.Equal((CharterStatus.Boarding, null, false), (charter.Status, charter.Override, charter.HasEvents));
    }

    [Fact]
    public void The_override_reason_is_saved_with_the_overridden_codes()
    {
        var charter = In(CharterStatus.Boarding);
        Assert.Equal("gate_closed", charter.Depart(null, [OpenItem], null, ByKim(17, 30))!.Code);

        Assert.Null(charter.Depart(null, [OpenItem, OpenItem], "Ice comes by dinghy", ByKim(17, 35)));

        Assert.Equal(new("Ice comes by dinghy", Kim.Id, At(17, 35)), charter.Override);
        var overridden = Assert.Single(charter.TakeEvents().OfType<GateOverridden>());
        Assert.Equal("Ice comes by dinghy", overridden.Reason);
        Assert.Equal([Gate.ItemOpen], overridden.Codes);
    }

    [Fact]
    public void An_unneeded_override_reason_is_not_saved()
    {
        var charter = In(CharterStatus.Boarding);

        Assert.Null(charter.Depart(null, [], "Just in case", ByKim(17, 30)));

        Assert.Null(charter.Override);
    }

    private static readonly Blocker OpenItem =
        new(Gate.ItemOpen, "Not done: Ice", MayBeOverridden: true, Guid.CreateVersion7());
}
