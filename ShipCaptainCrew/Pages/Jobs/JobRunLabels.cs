using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Jobs;

/// <summary>Labels for the state of a job run.</summary>
public static class JobRunLabels
{
    public static LocalizedText Label(this RunState state) => state switch
    {
        RunState.Running => "Running",
        RunState.Done => "Done",
        RunState.Failed => "Failed",
        _ => "Skipped",
    };

    /// <summary>The CSS classes of the badge.</summary>
    public static string Badge(this RunState state) => state switch
    {
        RunState.Running => "badge amber",
        RunState.Done => "badge sea",
        RunState.Failed => "badge alarm",
        _ => "badge",
    };
}
