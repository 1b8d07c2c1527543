using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Settings;

/// <summary>The owner chooses the logo of guests' pages.</summary>
public sealed partial class LogoPageTests : IAsyncLifetime
{
    private const string Page = "/queen-of-san-diego/settings/logo";

    private AppFixture app = null!;
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await (app = new AppFixture()).Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_chosen_logo_is_stored_small_logged_shown_and_removed_again()
    {
        Assert.Equal((303, $"{Page}?done=saved"), Redirect(await queen.Olive.Browser.Upload(Page, TestLogos.Png)));

        var source = (await queen.Olive.Browser.Page(Page)).QuerySelector("img.mark")!.GetAttribute("src")!;
        using var phone = app.Phone();
        var sent = await phone.GetAsync(source, TestContext.Current.CancellationToken);
        Assert.Equal(("image/webp", "public, max-age=31536000, immutable"),
            ($"{sent.Content.Headers.ContentType}", $"{sent.Headers.CacheControl}"));
        var logo = await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(logo.Length, 1, LogoImage.MaxBytes);
        Assert.Contains("Changed logo of the operator",
            (await queen.Olive.Browser.Page("/queen-of-san-diego/log")).Text(), StringComparison.Ordinal);
        Assert.Contains("Change logo",
            (await queen.Olive.Browser.Page("/queen-of-san-diego/settings")).Text(), StringComparison.Ordinal);

        var removed = await queen.Olive.Browser.PostForm(Page, "?handler=Remove");
        Assert.Equal((303, $"{Page}?done=saved"), Redirect(removed));

        Assert.Null((await queen.Olive.Browser.Page(Page)).QuerySelector("img"));
        Assert.Equal(404, (int)(await phone.Get(source)).StatusCode);
    }

    [Fact]
    public async Task The_API_changes_and_removes_it_and_refuses_the_same_files()
    {
        var address = await queen.Logo();
        Assert.Equal(address, (string?)(await queen.Max.Api.Get("/api/operator").Json())["logo_url"]);
        await queen.Dana.Api.Put("/api/operator/logo", new { logo = Convert.ToBase64String(TestLogos.Png) }).Json(403);
        foreach (var bad in new[] { "", "no base64!", Convert.ToBase64String("text"u8) })
        {
            Assert.Equal("Choose a PNG, JPEG or WebP picture.",
                (await queen.Olive.Api.Put("/api/operator/logo", new { logo = bad }).Json(422)).ErrorAt("logo"));
        }

        await queen.Olive.Api.Put("/api/operator/logo", new { logo = new string('A', 2 << 20) }).Json(413);
        Assert.Equal(204, (int)(await queen.Olive.Api.DeleteAsync(
            "/api/operator/logo", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Null((string?)(await queen.Olive.Api.Get("/api/operator").Json())["logo_url"]);
    }

    [Fact]
    public async Task A_suspended_operator_shows_no_logo()
    {
        var address = await queen.Logo();
        await app.Change(queen.OperatorId, (db, actor) =>
        {
            db.Operators.Single(row => row.Id == queen.OperatorId).Suspend(actor);
            return Task.FromResult(true);
        });
        using var phone = app.Phone();

        Assert.Equal(404, (int)(await phone.Get(address)).StatusCode);
    }

    private static (int, string?) Redirect(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, answer.Headers.Location?.OriginalString);
}
