using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class FloodTests
{
    [Fact]
    public async Task Changing_a_guests_address_back_and_forth_does_not_send_more_emails()
    {
        var created = await fixture.Guest("Eda Cole", new { email = "eda@guests.example" });
        var guest = $"{fixture.Api}/guests/{created.Id()}";
        for (var i = 0; i < 2; i++)
        {
            // An email that was not sent yet is dropped when the address changes, and does not count.
            await app.Rest();
            await Office.Put(guest, new { email = $"other{i}@guests.example" }).Json();
        }

        await app.Rest();

        Assert.Equal("guest_mailed_enough",
            (string?)(await Office.Put(guest, new { email = "eda@guests.example" }).Json(429))["code"]);
        await Office.Put(guest, new { email = (string?)null }).Json();
    }

    [Fact]
    public async Task A_guest_gets_three_emails_a_day_and_then_the_link_is_shown_instead()
    {
        var guest = (await fixture.Guest("Ada Cole", new { email = "ada@guests.example" })).Id();
        var (browser, page) = (fixture.Cast.Dana.Browser, $"{fixture.Charter}/guests/{guest}/edit");
        for (var again = 0; again < 2; again++)
            Assert.Equal(303, (int)(await browser.PostForm(page, "?handler=Mail")).StatusCode);

        var refused = await browser.PostForm(page, "?handler=Mail");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Contains("Ada Cole was emailed 3 times since yesterday. Show the link instead.",
            (await refused.Html()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await app.Letters()).Count(email => email.StartsWith("ada:", StringComparison.Ordinal)));
        Assert.Equal(200, (int)(await browser.PostForm(page, "?handler=Link")).StatusCode);
    }
}
