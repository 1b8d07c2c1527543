using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Makes a backup if the newest one is too old, because the nightly backup failed or the app was down for too long to
/// catch it up.
/// </summary>
public sealed class CatchUpBackup(Backups backups, NightlyBackup nightlyBackup) : IJob
{
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(26);

    public async Task<string?> Run(Occurrence due, CancellationToken cancel) =>
        backups.All is [var (_, newest), ..] && due.Now - newest > TooOld
            ? await nightlyBackup.Run(due, cancel)
            : null;
}
