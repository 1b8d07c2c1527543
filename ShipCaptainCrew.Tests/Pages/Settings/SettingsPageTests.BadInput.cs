using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Settings;

/// <summary>Settings that would forge emails or show wrong times, and what emails say with good ones.</summary>
public sealed partial class SettingsPageTests
{
    [Theory]
    [InlineData(
        "sender_name", "Queen\r\nBcc: max@elsewhere.example", "Keep this on one line, without control characters.")]
    [InlineData("sender_name", "Queen <max@elsewhere.example>", "Enter a name only; replies go to the address below.")]
    [InlineData("sender_name", "max＠elsewhere.example", "Enter a name only; replies go to the address below.")]
    [InlineData("reply_to", "a@queen.example?bcc=max", "Enter an email address like name@example.com.")]
    [InlineData("reply_to", "a@queen.example, b@queen.example", "Enter an email address like name@example.com.")]
    [InlineData("reply_to", "a@queen.example\r\nBcc: max@elsewhere.example",
        "Enter an email address like name@example.com.")]
    [InlineData("time_zone", "America/Atlantis", "Enter an IANA time zone like America/Los_Angeles.")]
    public async Task Bad_input_is_refused_at_its_field_on_the_page_and_in_the_API_and_changes_nothing(
        string field, string value, string error)
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var before = (await cast.Olive.Api.Get("/api/operator").Json()).ToJsonString();

        var refused = await cast.Olive.Browser.PostForm(
            Settings, ("name", "Queen East"), (field, value), ("time_zone_confirmed", "false"));

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Equal(error, page.GetElementById($"{field}-e")!.TextContent);
        Assert.Equal("Queen East", page.GetElementById("name")!.GetAttribute("value"));
        Assert.Equal(error, (await cast.Olive.Api.Put(
            "/api/operator", new Dictionary<string, string> { [field] = value }).Json(422)).ErrorAt(field));
        Assert.Equal(before, (await cast.Olive.Api.Get("/api/operator").Json()).ToJsonString());
    }

    [Fact]
    public async Task A_home_port_moved_to_another_time_zone_is_asked_about_too()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        (string, string)[] newYork = [("home_port.latitude", "40.70"), ("home_port.longitude", "-74.01")];

        var asked = await cast.Olive.Browser.PostForm(Settings, [.. newYork, ("time_zone_confirmed", "false")]);

        Assert.Equal(422, (int)asked.StatusCode);
        Assert.Contains("the home port is in America/New_York",
            (await asked.Html()).GetElementById("time_zone-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await cast.Olive.Browser.PostForm(
            Settings, [.. newYork, ("time_zone_confirmed", "true")])).StatusCode);
    }

    [Fact]
    public async Task Emails_to_guests_and_crew_come_from_the_sender_name_and_are_answered_to_the_reply_address()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ana Cole", new { email = "ana@guests.example" });
        await day.Cast.Olive.Api.Put(
            "/api/operator", new { sender_name = "Zoë’s “Queen”", reply_to = "office@queen.example" }).Json();

        await day.Cast.Dana.Api.Put(day.Api, new { departure_time = "18:00" }).Json();

        foreach (var mailbox in new[] { "ana@guests.example", "sam@queen-of-san-diego.example" })
        {
            var message = await day.Ship.Post.Arrival(mailbox, "Changed");
            Assert.Equal(("Zoë’s “Queen”", "office@queen.example"),
                (Assert.Single(message.From.Mailboxes).Name, Assert.Single(message.ReplyTo.Mailboxes).Address));
        }
    }
}
