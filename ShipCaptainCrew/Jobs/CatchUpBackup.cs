using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Where the ship was down too long for the night's backup to be caught up with, or it failed, one is made all the
/// same.
/// </summary>
public sealed class CatchUpBackup(Backups backups, NightlyBackup backUp) : IJob
{
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(26);

    public async Task<string?> Run(Occurrence due, CancellationToken cancel) =>
        backups.All is [var (_, newest), ..] && due.Now - newest > TooOld ? await backUp.Run(due, cancel) : null;
}
