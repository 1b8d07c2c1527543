using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed partial class BackupTests
{
    [Fact]
    public async Task A_server_without_its_keys_starts_and_everyone_must_sign_in_again()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        using var before = app.CreateClient(new() { HandleCookies = false });
        using var form = await before.GetAsync("/sign-in", stop);
        var backup = app.Services.GetRequiredService<Backups>().Make();
        await using var keyless = new AppFixture();
        await using (var folder = new DataFolderFixture(keyless.Folder)) await folder.Get<Restore>().From(backup, stop);
        Directory.Delete(Path.Combine(keyless.Folder, StoragePaths.KeysName), recursive: true);

        using var after = keyless.CreateClient(new() { HandleCookies = false });
        after.DefaultRequestHeaders.Add(
            "Cookie", form.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var page = await after.GetAsync("/sign-in", stop);
        using var post = await after.PostAsync("/sign-in", new FormUrlEncodedContent(Fields(await form.Html())), stop);
        after.DefaultRequestHeaders.Authorization = cast.Kim.Api.DefaultRequestHeaders.Authorization;
        using var api = await after.GetAsync("/api/me", stop);

        Assert.Equal((200, 400, 401), ((int)page.StatusCode, (int)post.StatusCode, (int)api.StatusCode));
    }

    [Fact]
    public async Task A_failed_backup_leaves_no_files_and_keeps_the_old_backups()
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var good = folder.Get<Backups>().Make(Path.Combine(folder.Storage.Backups, "good.tar.gz"));
        folder.Sql("INSERT INTO log SELECT 'x', 1, 0, NULL, 'x', 'x', NULL, '{}', x'00', x'00', NULL, NULL");

        Assert.Throws<CorruptDataException>(() => folder.Get<Backups>().Make());

        Assert.Equal([good], Directory.EnumerateFiles(folder.Storage.Backups, "*", SearchOption.AllDirectories));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(AngleSharp.Dom.IDocument page) =>
        page.QuerySelector("form")!.QuerySelectorAll("input:not([type=checkbox])")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
}
