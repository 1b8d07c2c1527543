using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Evidence;
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
        await RestoreWithoutKeys(backup, keyless);
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
        CopyKeys(original, keyless, "seal*");

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
        used.Get<LostKeys>().Refresh();

        Assert.Single(log.Lines, line => line.StartsWith("The keys are lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_loss_of_all_keys_shows_to_owners_until_they_are_back()
    {
        await using var unsigned = new AppFixture();
        await using var restored = new AppFixture();
        var cast = await unsigned.Cast();
        await cast.Olive.Browser.Page($"/{cast.Slug}");
        var made = unsigned.Services.GetRequiredService<Backups>().Make();
        await RestoreWithoutKeys(made, restored);

        var olive = await cast.Olive.SignInAgain(restored, cast.OperatorId);
        var dana = await cast.Dana.SignInAgain(restored, cast.OperatorId);
        var home = await Text(olive);

        Assert.Contains("The keys of the server were lost.", home, StringComparison.Ordinal);
        Assert.Contains($"The backup {Path.GetFileName(made)} has them.", home, StringComparison.Ordinal);
        Assert.DoesNotContain("were lost", await Text(dana), StringComparison.Ordinal);
        CopyKeys(unsigned, restored, "*");
        Assert.DoesNotContain("were lost", await Text(olive), StringComparison.Ordinal);

        async Task<string> Text(HttpClient client) => (await client.Page($"/{cast.Slug}")).Body!.TextContent;
    }

    [Fact]
    public async Task The_backup_named_for_a_record_has_its_key()
    {
        await using var folder = await DataFolderFixture.Used();
        Seal.In(folder.Storage).Dispose();
        var (first, older) = (KeyOf(folder), folder.Get<Backups>().Make());
        Directory.Delete(folder.Storage.Keys, recursive: true);
        Seal.In(folder.Storage).Dispose();
        var second = KeyOf(folder);
        var newer = Path.Combine(folder.Storage.Backups, "shipcaptaincrew-29990101T000000Z.tar.gz");
        folder.Get<Backups>().Make(newer);
        var lost = folder.Get<LostKeys>();

        Assert.Equal(Path.GetFileName(older), lost.BackupWith(first));
        Assert.Equal(Path.GetFileName(newer), lost.BackupWith(second));
        Assert.Null(lost.BackupWith("0123456789abcdef"));
    }

    private static string KeyOf(DataFolderFixture folder)
    {
        using var seals = new PublicSeals(folder.Storage.Keys);
        return Assert.Single(seals.All.Keys);
    }

    private async Task RestoreWithoutKeys(string archive, AppFixture app)
    {
        await using var folder = new DataFolderFixture(app.Folder);
        await folder.Get<Restore>().From(archive, stop);
        File.Copy(archive, Path.Combine(folder.Storage.Backups, Path.GetFileName(archive)));
        Directory.Delete(folder.Storage.Keys, recursive: true);
    }

    private static void CopyKeys(AppFixture from, AppFixture to, string pattern)
    {
        foreach (var key in Directory.EnumerateFiles(Path.Combine(from.Folder, StoragePaths.KeysName), pattern))
            File.Copy(key, Path.Combine(to.Folder, StoragePaths.KeysName, Path.GetFileName(key)), overwrite: true);
    }
}
