using System.Diagnostics;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Operations;

/// <summary>On a disk of its own of 64 MB, which takes the right to mount one.</summary>
public sealed class DiskTests : IAsyncDisposable
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
    public async Task On_a_full_disk_it_reads_on_says_507_to_changes_and_takes_them_again_when_there_is_room()
    {
        await MountDisk();
        await app.InitializeAsync();
        using var olive = await OwnersProgram.ComeAboard(app);
        Assert.Equal((201, 200),
            (await Status(olive.Make("Before", stop)), await Status(olive.Client.GetAsync("/healthz/ready", stop))));

        var filler = Path.Combine(disk, "filler");
        Fill(filler, leave: 200 << 10);
        for (var tries = 0; tries < 5; tries++)
        {
            using var refused = await olive.Make($"During {tries}", stop);
            Assert.Equal((507, "application/problem+json"),
                ((int)refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal(["Before"], await olive.Vessels());
        Assert.Equal((200, 503),
            (await Status(olive.Client.GetAsync("/healthz/live", stop)),
                await Status(olive.Client.GetAsync("/healthz/ready", stop))));
        Fill(filler, leave: 100 << 10);
        var nightly = Backups();
        Assert.NotEqual(0, (await app.Run("backup")).Code);
        Assert.Empty(Backups().Except(nightly));

        File.Delete(filler);
        Assert.Equal((201, 200),
            (await Status(olive.Make("After", stop)), await Status(olive.Client.GetAsync("/healthz/ready", stop))));
        Assert.True(File.Exists(await app.Command("backup") is var path ? path.Trim() : ""));
    }

    [Fact]
    public async Task On_a_disk_too_full_to_begin_it_says_so()
    {
        await MountDisk();
        Fill(Path.Combine(disk, "filler"), leave: (10 << 20) + (64 << 10));

        var ended = await app.Run();

        Assert.Equal(1, ended.Code);
        Assert.StartsWith($"{disk} has 10 MB free; 16 MB are needed.", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_disk_that_takes_no_writes_it_does_not_begin_and_names_the_folder()
    {
        await MountDisk();
        await app.InitializeAsync();
        Assert.Equal(0, await app.Stop());
        Assert.True(await Mount("mount", "-o", "remount,ro", disk));

        var ended = await app.Run().WaitAsync(TimeSpan.FromSeconds(10), stop);

        Assert.Equal(1, ended.Code);
        Assert.StartsWith(disk, Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
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

    /// <summary>All files there; the server makes a backup of its own at night.</summary>
    private string[] Backups()
    {
        var folder = Path.Combine(disk, "backups");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }

    private static async Task<int> Status(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return (int)answer.StatusCode;
    }
}
