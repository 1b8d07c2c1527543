using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Backups that fail night after night: who is told, where it shows, and when it ends.</summary>
public sealed class FailedBackupTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Nine = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly AppFixture app = new() { Settings = { ["Alerts:Email"] = "admin@host.example" } };
    private Cast cast = null!;

    private string Backups => Path.Combine(app.Folder, "backups");

    public async ValueTask InitializeAsync()
    {
        cast = await app.Cast();
        await app.Cast("others");
        await At(Nine.AddHours(8));
        await app.Rest();
    }

    public ValueTask DisposeAsync()
    {
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows() && Directory.Exists(Backups)) File.SetUnixFileMode(Backups, own);
        return app.DisposeAsync();
    }

    [Fact]
    public async Task Owners_and_the_administrator_are_emailed_once_a_night_after_the_first_repetition()
    {
        await Fail();
        var before = await app.Count();
        await At(Nine.AddDays(1));
        Assert.Empty(await app.Letters(before));

        for (var minutes = 1; minutes < 60; minutes++) await At(Nine.AddDays(1).AddMinutes(minutes));

        string[] oneNight =
        [
            "admin: The nightly backup failed", "olive: The nightly backup failed", "olive: The nightly backup failed",
        ];
        Assert.Equal(oneNight, await app.Letters(before));
        var toAdmin = app.Post.Deliveries.Last(delivery => delivery.To.Contains("admin@host.example")).Message;
        Assert.Contains("Reason: IOException", toAdmin.TextBody, StringComparison.Ordinal);
        Assert.Contains("Failing since: Jul 2, 2026, 9:00 AM UTC", toAdmin.TextBody, StringComparison.Ordinal);
        var toOwner = app.Post.Deliveries.Last(delivery => !delivery.To.Contains("admin@host.example")).Message;
        Assert.DoesNotContain("IOException", toOwner.TextBody, StringComparison.Ordinal);

        await At(Nine.AddDays(2));
        await At(Nine.AddDays(2).AddMinutes(5));
        await At(Nine.AddDays(2).AddMinutes(6));
        Assert.Equal(6, (await app.Letters(before)).Length);
    }

    [Fact]
    public async Task Nobody_is_emailed_after_the_first_failure_however_late_it_began()
    {
        await Fail();
        var before = await app.Count();

        await At(Nine.AddDays(1).AddMinutes(40));
        await At(Nine.AddDays(1).AddMinutes(40).AddSeconds(20));
        Assert.Empty(await app.Letters(before));
        await At(Nine.AddDays(1).AddMinutes(50));

        Assert.Equal(3, (await app.Letters(before)).Length);
    }

    [Fact]
    public async Task It_shows_to_the_office_and_in_the_health_detail_until_a_backup_is_made()
    {
        await Fail();
        await At(Nine.AddDays(1));

        Assert.Contains("The nightly backup has failed since Jul 2.", await Home(cast.Olive), StringComparison.Ordinal);
        Assert.Contains("The nightly backup has failed since Jul 2.", await Home(cast.Dana), StringComparison.Ordinal);
        Assert.DoesNotContain("backup", await Home(cast.Kim), StringComparison.Ordinal);
        var detail = await Detail(503);
        Assert.Equal("""["backup_failed"]""", detail["problems"]!.ToJsonString());
        Assert.Equal("2026-07-02T09:00:00Z", (string?)detail["backup"]!["failing_since"]);

        File.Delete(Backups);
        await At(Nine.AddDays(1).AddMinutes(10));

        Assert.DoesNotContain("backup", await Home(cast.Olive), StringComparison.Ordinal);
        Assert.Equal("ok", (string?)(await Detail(200))["status"]);
    }

    [Fact]
    public async Task A_backup_folder_that_cannot_be_read_hides_neither_the_failure_nor_the_page()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        await Fail();
        await At(Nine.AddDays(1));
        File.Delete(Backups);
        Directory.CreateDirectory(Backups);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Backups, UnixFileMode.None);
        Assert.SkipWhen(CanRead(), "The user of the tests can read every folder.");
        var before = await app.Count();

        await At(Nine.AddDays(1).AddMinutes(10));

        Assert.Contains("The nightly backup has failed since Jul 2.", await Home(cast.Olive), StringComparison.Ordinal);
        Assert.Equal(3, (await app.Letters(before)).Length);
        Assert.Equal("""["backup_failed"]""", (await Detail(503))["problems"]!.ToJsonString());
    }

    /// <summary>A file in the place of the folder makes every backup fail.</summary>
    private Task Fail() => File.WriteAllTextAsync(Backups, "in the way", TestContext.Current.CancellationToken);

    private bool CanRead()
    {
        try
        {
            Directory.GetFiles(Backups);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task At(DateTimeOffset now)
    {
        if (now > app.Clock.GetUtcNow()) app.Clock.SetUtcNow(now);
        await app.Services.GetRequiredService<JobScheduler>().RunDue();
    }

    private async Task<string> Home(TestUser user) =>
        (await user.Browser.Page($"/{cast.Slug}")).QuerySelector("main")!.TextContent;

    private Task<JsonNode> Detail(int status) =>
        app.CreateClient().GetAsync("/healthz/detail", TestContext.Current.CancellationToken).Json(status);
}
