using System.Diagnostics;
using ShipCaptainCrew.E2E.Support;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Operations;

/// <summary>Runs the server on a disk of 64 MB. Needs the right to mount one; skipped otherwise.</summary>
public sealed partial class DiskTests : IAsyncDisposable
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly string disk = Directory.CreateTempSubdirectory("scc-disk-").FullName;
    private readonly EmptyApp app = new();

    public DiskTests() => app.Settings["Storage__Directory"] = disk;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Mount("umount", disk);
        Directory.Delete(disk);
    }

    [Fact]
    public async Task On_a_full_disk_reads_work_and_changes_get_507_until_space_is_free()
    {
        await MountDisk();
        await app.InitializeAsync();
        using var olive = await OwnersProgram.SignIn(app);
        Assert.Equal(201, await Status(olive.CreateVessel("Before", stop)));
        Assert.Equal(200, await Status(olive.Client.GetAsync("/healthz/ready", stop)));

        var filler = Path.Combine(disk, "filler");
        Fill(filler, leave: 200 << 10);
        for (var tries = 0; tries < 5; tries++)
        {
            using var refused = await olive.CreateVessel($"During {tries}", stop);
            Assert.Equal((507, "application/problem+json"),
                ((int)refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal(["Before"], await olive.Vessels());
        Assert.Equal(200, await Status(olive.Client.GetAsync("/healthz/live", stop)));
        Assert.Equal(503, await Status(olive.Client.GetAsync("/healthz/ready", stop)));
        Fill(filler, leave: 100 << 10);
        var existing = Backups();
        Assert.NotEqual(0, (await app.Run("backup")).Code);
        Assert.Empty(Backups().Except(existing));

        File.Delete(filler);
        Assert.Equal(201, await Status(olive.CreateVessel("After", stop)));
        Assert.Equal(200, await Status(olive.Client.GetAsync("/healthz/ready", stop)));
        Assert.True(File.Exists(await app.Command("backup") is var path ? path.Trim() : ""));
    }

    [Fact]
    public async Task Without_enough_space_the_server_does_not_start()
    {
        await MountDisk();
        Fill(Path.Combine(disk, "filler"), leave: (10 << 20) + (64 << 10));

        var result = await app.Run();

        Assert.Equal(1, result.Code);
        Assert.StartsWith($"{disk} has 10 MB free; 16 MB are needed.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_read_only_disk_the_server_does_not_start_and_names_the_folder()
    {
        await MountDisk();
        await app.InitializeAsync();
        Assert.Equal(0, await app.Stop());
        Assert.True(await Mount("mount", "-o", "remount,ro", disk));

        var result = await app.Run().WithinLimit();

        Assert.Equal(1, result.Code);
        Assert.StartsWith(disk, Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    private async Task MountDisk() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && await Mount("mount", "-t", "tmpfs", "-o", "size=64m", "scc-test", disk),
        "Mounting a small disk is not permitted here.");

    private static async Task<bool> Mount(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private void Fill(string path, long leave)
    {
        using var file = new FileStream(path, FileMode.Append);
        for (var free = Free(); free > leave; free = Free()) file.Write(new byte[Math.Min(free - leave, 1 << 20)]);
        long Free()
        {
            file.Flush();
            return new DriveInfo(disk).AvailableFreeSpace;
        }
    }

    /// <summary>All files in the backup folder, which may include the server's nightly backup.</summary>
    private string[] Backups()
    {
        var folder = Path.Combine(disk, "backups");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private static async Task<int> Status(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        return (int)answer.StatusCode;
    }
}
