namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>The report of a defect.</summary>
/// <param name="CharterId">The charter on which it was found, if any.</param>
/// <param name="ItemId">The checklist item that failed, if any.</param>
public sealed record DefectReport(string What, Severity Severity, Guid? CharterId, Guid? ItemId)
{
    public static DefectReport Read(Input input) => new(
        input.Text("what", max: InputLimits.Text, required: "Say what is wrong.") ?? "",
        input.Choice<Severity>("severity", null, required: "Choose how bad it is.") ?? Severity.Minor,
        input.Id("charter_id"),
        input.Id("item_id"));
}
