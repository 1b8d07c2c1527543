using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Fleet;

public sealed class DefectTests
{
    private static readonly Actor Sam = new(Guid.CreateVersion7(), new(2026, 7, 4, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_no_sail_defect_holds_the_boat_until_it_is_closed()
    {
        var defect = Found(Severity.NoSail);
        Assert.True(defect.HoldsTheBoat);

        defect.Close("New belt", Sam);

        Assert.False(defect.HoldsTheBoat);
    }

    [Theory]
    [InlineData(Severity.Minor)]
    [InlineData(Severity.Serious)]
    public void Lesser_faults_hold_nobody(Severity severity) => Assert.False(Found(severity).HoldsTheBoat);

    [Fact]
    public void Of_two_who_close_it_the_first_says_what_was_done()
    {
        var defect = Found(Severity.Serious);
        defect.TakeEvents();

        defect.Close("New belt", Sam);
        defect.Close("Old belt turned", Sam with { MemberId = Guid.CreateVersion7() });

        Assert.Equal(("New belt", Sam.MemberId), (defect.Remedy, defect.ClosedBy));
        Assert.Single(defect.TakeEvents());
    }

    [Fact]
    public void A_report_says_what_is_wrong_and_how_bad_it_is()
    {
        var input = Input.Of(new JsonObject { ["what"] = " ", ["severity"] = "sinking" });

        DefectReport.Read(input);

        Assert.Equal(["severity", "what"], input.Refusal!.Errors!.Keys.Order());
    }

    private static Defect Found(Severity severity) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Bilge pump", severity, null, null, Sam);
}
