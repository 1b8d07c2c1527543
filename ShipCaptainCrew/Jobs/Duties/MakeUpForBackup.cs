using ShipCaptainCrew.Data.Keeping;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>Where the ship was down too long for the night's backup to be caught up with, or it failed, one is made all the same.</summary>
public sealed class MakeUpForBackup(Backups backups, BackUp backUp) : IDuty
{
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(26);

    public async Task<string?> Do(Occurrence due, CancellationToken cancel) =>
        backups.All is [var (_, newest), ..] && due.Now - newest > TooOld ? await backUp.Do(due, cancel) : null;
}
