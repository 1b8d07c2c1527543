using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Checklists;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed class CollapsedRowsTests
{
    [Fact]
    public void It_names_the_rows_that_are_done_and_reads_them_back()
    {
        var list = UtcCharter.List(UtcCharter.Scheduled(), Phase.PreDeparture, ("A", true), ("B", true), ("C", true));
        list.Mark(
            [new(list.Items[0].Id, ItemState.Complete, null), new(list.Items[1].Id, ItemState.InProgress, null),
                new(list.Items[2].Id, ItemState.Complete, null)], UtcCharter.ByKim(16));

        var rows = CollapsedRows.Parse(CollapsedRows.Of(list).ToString());

        Assert.Equal("0.2", rows.ToString());
        Assert.Equal((true, false, true), (rows.Has(0), rows.Has(1), rows.Has(2)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("-1.99999999999.x.<b>")]
    public void Anything_else_names_no_row(string seen)
    {
        var rows = CollapsedRows.Parse(seen);

        Assert.DoesNotContain(true, Enumerable.Range(0, 20).Select(rows.Has));
    }
}
