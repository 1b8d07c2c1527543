using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Fleet;

public sealed class DefectTests
{
    private static readonly Actor Sam = new(Guid.CreateVersion7(), new(2026, 7, 4, 23, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_no_sail_defect_blocks_departure_until_it_is_closed()
    {
        var defect = DefectOf(Severity.NoSail);
        Assert.True(defect.BlocksDeparture);

        defect.Close("New belt", Sam);

        Assert.False(defect.BlocksDeparture);
    }

    [Theory]
    [InlineData(Severity.Minor)]
    [InlineData(Severity.Serious)]
    public void Other_defects_do_not_block_departure(Severity severity) =>
        Assert.False(DefectOf(severity).BlocksDeparture);

    [Fact]
    public void Closing_a_closed_defect_keeps_the_first_remedy()
    {
        var defect = DefectOf(Severity.Serious);
        defect.TakeEvents();

        defect.Close("New belt", Sam);
        defect.Close("Old belt turned", Sam with { MemberId = Guid.CreateVersion7() });

        Assert.Equal(("New belt", Sam.MemberId), (defect.Remedy, defect.ClosedBy));
        Assert.Single(defect.TakeEvents());
    }

    [Fact]
    public void A_report_needs_a_description_and_a_severity()
    {
        var input = Input.Of(new JsonObject { ["what"] = " ", ["severity"] = "sinking" });

        DefectReport.Read(input);

        Assert.Equal(["severity", "what"], input.Refusal!.Errors!.Keys.Order());
    }

    private static Defect DefectOf(Severity severity) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Bilge pump", severity, null, null, Sam);
}
