using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Jobs;

/// <summary>What became of a duty, as a person reads it.</summary>
public static class JobRunLabels
{
    public static LocalizedText Label(this RunState state) => state switch
    {
        RunState.Running => "At work",
        RunState.Done => "Done",
        RunState.Failed => "Failed",
        _ => "Skipped",
    };

    /// <summary>The badge's class.</summary>
    public static string Badge(this RunState state) => state switch
    {
        RunState.Running => "badge amber",
        RunState.Done => "badge sea",
        RunState.Failed => "badge alarm",
        _ => "badge",
    };
}
