using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data.Keeping;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>A backup each night, when no boat is out anywhere near America; and those that nobody will ask for are taken away.</summary>
public sealed class BackUp(Backups backups, IStringLocalizer<Text> localizer) : IDuty
{
    public async Task<string?> Do(Occurrence due, CancellationToken cancel)
    {
        var path = await Task.Run(() => backups.Make(), cancel);
        backups.Prune();
        return localizer["Made {0}", Path.GetFileName(path)];
    }
}
