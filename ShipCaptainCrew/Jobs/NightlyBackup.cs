using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// A backup each night, when no boat is out anywhere near America; and those that nobody will ask for are taken away.
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
