using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Dev;

public sealed class MailPageTests
{
    [Fact]
    public async Task Without_a_mail_server_a_developer_reads_the_email_and_follows_its_link()
    {
        await using var app = new AppFixture { Settings = { ["Smtp:Host"] = "" } };
        await app.Cast();
        var browser = app.CreateClient();
        await browser.Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }).Json(202);
        await app.Rest();

        var list = await browser.Page("/dev/mail");
        var newest = list.QuerySelector(".rows a[href^='/dev/mail/']")!;
        var email = await browser.Page(newest.GetAttribute("href")!);

        Assert.Equal("Your sign-in link", newest.TextContent);
        Assert.StartsWith("https://ship.test/sign-in/", email.QuerySelector(".pre a")!.GetAttribute("href"),
            StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.Combine(app.Folder, "mail")));
    }

    [Fact]
    public async Task Emails_stay_in_the_mail_folder_for_a_day()
    {
        await using var app = new AppFixture { Settings = { ["Smtp:Host"] = "" } };
        await app.Cast();
        await app.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
            .Json(202);
        await app.Rest();
        var folder = Path.Combine(app.Folder, "mail");
        Assert.NotEmpty(Directory.EnumerateFiles(folder));

        app.Clock.Advance(TimeSpan.FromHours(23));
        await app.Rest();
        Assert.NotEmpty(Directory.EnumerateFiles(folder));
        app.Clock.Advance(TimeSpan.FromHours(2));

        await Waiting.Until(() => !Directory.EnumerateFiles(folder).Any());
    }

    [Theory]
    [InlineData("/dev/mail/..%2Fkeys%2Fjwt.key")]
    [InlineData("/dev/mail/nothing.eml")]
    public async Task Files_outside_the_mail_folder_are_not_shown(string address)
    {
        await using var app = new AppFixture();

        Assert.Equal(
            404, (int)(await app.CreateClient().GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Outside_Development_the_page_is_not_found()
    {
        await using var app = new AppFixture { Settings = { ["environment"] = "Production" } };
        var browser = app.CreateClient(new() { BaseAddress = new("https://ship.test") });

        Assert.Equal(404, (int)(await browser.GetAsync("/dev/mail", TestContext.Current.CancellationToken)).StatusCode);
    }
}
