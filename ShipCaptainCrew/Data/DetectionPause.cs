using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ShipCaptainCrew.Data;

/// <summary>
/// Detects the changes of the tracked entities now, and not at each look at them until it is disposed: EF would compare
/// every property again, which costs more than the queries of a small change.
/// </summary>
internal sealed class DetectionPause : IDisposable
{
    private readonly ChangeTracker tracker;
    private readonly bool before;

    public DetectionPause(ChangeTracker tracker)
    {
        (this.tracker, before) = (tracker, tracker.AutoDetectChangesEnabled);
        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
    }

    public void Dispose() => tracker.AutoDetectChangesEnabled = before;
}
