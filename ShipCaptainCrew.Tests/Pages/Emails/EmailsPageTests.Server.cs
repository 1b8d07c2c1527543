using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Emails;

public sealed partial class EmailsPageTests
{
    [Fact]
    public async Task The_page_shows_that_the_mail_server_cannot_be_reached()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        app.Post.Mood = line => line.Length == 0 ? SmtpSink.Reply.Say("421 Closed for the day") : null;

        await Press(cast, "Test");

        IElement? note = null;
        await Waiting.Until(async () => (note = (await Page(cast)).QuerySelector(".note.alarm")) is not null);

        Assert.Contains("421 Closed for the day", note!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_an_email_can_be_opened_from_the_list()
    {
        await using var app = new AppFixture { Settings = { ["Smtp:Host"] = "" } };
        var cast = await app.Cast();
        await Press(cast, "Test");
        await app.Rest();

        var link = (await Page(cast)).QuerySelector("#letters .log a")!;

        Assert.StartsWith("Read it", link.TextContent, StringComparison.Ordinal);
        Assert.Contains("Test email", (await cast.Dana.Browser.Page(link.GetAttribute("href")!)).Body!.TextContent,
            StringComparison.Ordinal);
    }
}
