using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Makes a backup each night, at an hour when no boat is out anywhere near America, and deletes the outdated ones.
/// </summary>
public sealed class NightlyBackup(Backups backups, IStringLocalizer<Text> localizer) : IJob
{
    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var path = await Task.Run(() => backups.Make(), cancel);
        backups.Prune();
        return localizer["Made {0}", Path.GetFileName(path)];
    }
}
