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
        Assert.Equal("Say what is wrong.", $"{input.Refusal.Errors["what"].Single()}");
        var empty = Input.Empty();
        DefectReport.Read(empty);
        Assert.Equal("Choose how bad it is.", $"{empty.Refusal!.Errors!["severity"].Single()}");
    }

    [Fact]
    public void A_report_is_read_with_its_charter_and_item()
    {
        var (charter, item) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var input = Input.Of(new JsonObject
        {
            ["what"] = new string('x', InputLimits.Text),
            ["severity"] = "serious",
            ["charter_id"] = charter.ToString(),
            ["item_id"] = item.ToString(),
        });

        Assert.Equal(
            new DefectReport(new string('x', InputLimits.Text), Severity.Serious, charter, item),
            DefectReport.Read(input));
        Assert.Null(input.Refusal);
    }

    [Fact]
    public void A_new_defect_records_where_it_was_found_and_by_whom()
    {
        var (vessel, charter, item) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        var defect = new Defect(Guid.CreateVersion7(), vessel, "Bilge pump", Severity.Serious, charter, item, Sam);

        Assert.Equal(
            (vessel, "Bilge pump", Severity.Serious, charter, item, Sam.MemberId, Sam.At),
            (defect.VesselId, defect.What, defect.Severity, defect.CharterId, defect.ItemId, defect.RaisedBy,
                defect.RaisedAt));
        Assert.Equal(new DefectRaised(defect.Id, vessel, Severity.Serious, charter), defect.TakeEvents().Single());
        defect.Close("New belt", Sam);
        Assert.Equal((Sam.At, false), (defect.ClosedAt, defect.IsOpen));
        Assert.Equal(new DefectClosed(defect.Id, vessel, charter), defect.TakeEvents().Single());
    }

    private static Defect DefectOf(Severity severity) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Bilge pump", severity, null, null, Sam);
}
