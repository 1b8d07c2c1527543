using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

/// <summary>If the keys are lost, a start warns and names the backup to take them from.</summary>
public sealed class LostKeysTests : IAsyncLifetime
{
    private readonly AppFixture original = new();
    private readonly AppFixture keyless = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture day = null!;
    private Guid waiver;
    private string backup = "";

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin(original);
        await day.Cast.Waiver();
        waiver = await day.Cast.Signs(day.CharterId, "Ann Lee");
        backup = original.Services.GetRequiredService<Backups>().Make();
        await using var folder = new DataFolderFixture(keyless.Folder);
        await folder.Get<Restore>().From(backup, stop);
        File.Copy(backup, Path.Combine(folder.Storage.Backups, Path.GetFileName(backup)));
        Directory.Delete(folder.Storage.Keys, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await original.DisposeAsync();
        await keyless.DisposeAsync();
    }

    [Fact]
    public async Task The_start_logs_which_backup_has_the_keys()
    {
        var log = new LogCapture();
        await using var folder = new DataFolderFixture(keyless.Folder);
        folder.Get<ILoggerFactory>().AddProvider(log);

        await folder.TakeCharge();

        var line = Assert.Single(log.Lines, line => line.StartsWith("Keys of signed", StringComparison.Ordinal));
        Assert.EndsWith($"The backup to take them from: {Path.GetFileName(backup)}.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_and_the_evidence_pages_say_it_after_new_keys_and_backups_too()
    {
        keyless.Clock.Advance(TimeSpan.FromHours(1));
        var olive = await day.Cast.Olive.SignInAgain(keyless, day.Cast.OperatorId);
        await olive.Get("/api/me").Json();
        keyless.Services.GetRequiredService<Backups>().Make();
        var kim = await day.Cast.Kim.SignInAgain(keyless, day.Cast.OperatorId);
        var (home, record) = ($"/{day.Cast.Slug}", $"{day.Charter}/waivers/{waiver}");

        foreach (var page in new[] { home, $"{home}/waivers/book", record, $"{record}/proof" })
            Assert.Contains($"The backup {Path.GetFileName(backup)} has",
                (await olive.Page(page)).Body!.TextContent, StringComparison.Ordinal);

        Assert.DoesNotContain("has them", (await kim.Page(home)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"The backup {Path.GetFileName(backup)} has it.",
            (await olive.Page($"{home}/waivers/book?check=true")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_once_the_keys_are_back()
    {
        var olive = await day.Cast.Olive.SignInAgain(keyless, day.Cast.OperatorId);
        foreach (var key in Directory.EnumerateFiles(Path.Combine(original.Folder, StoragePaths.KeysName), "seal*"))
            File.Copy(key, Path.Combine(keyless.Folder, StoragePaths.KeysName, Path.GetFileName(key)));

        keyless.Services.GetRequiredService<LostKeys>().Look();

        Assert.DoesNotContain(
            "Keys of signed", (await olive.Page($"/{day.Cast.Slug}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_key_folder_is_logged_if_somebody_had_signed_in()
    {
        await using var used = await DataFolderFixture.Used();
        var log = new LogCapture();
        used.Get<ILoggerFactory>().AddProvider(log);
        await used.TakeCharge();
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("The keys are lost", StringComparison.Ordinal));

        used.Sql(
            "INSERT INTO sessions (Id, PersonId, Device, CreatedAt, LastSeenAt, EndsAt) VALUES (1, 1, '', 0, 0, 0)");
        used.Get<LostKeys>().Look();

        Assert.Single(log.Lines, line => line.StartsWith("The keys are lost", StringComparison.Ordinal));
    }
}
