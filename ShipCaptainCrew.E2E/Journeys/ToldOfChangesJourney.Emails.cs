using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class ToldOfChangesJourney
{
    private static DateOnly InDays(int days) =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days);

    private static async Task Book(IPage office, string charter)
    {
        var answer = await office.APIRequest.PutAsync(
            $"/api/events/{DemoApp.IdIn(charter)}",
            new() { DataObject = new { contact = new { name = "Pat Lee", email = Booker } } });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>
    /// The page shows without a reload that all emails were sent, and each mailbox got one with that subject.
    /// </summary>
    private async Task ExpectTold(IPage office, string subject)
    {
        await Expect(office.Locator("#told")).ToContainTextAsync("7 sent; 2 guests have no address.");
        foreach (var mailbox in Mailboxes.Concat(Crew)) await app.Mail.Arrival(mailbox, subject);
        var told = app.Mail.Deliveries
            .Where(delivery => delivery.Message.Subject?.StartsWith(subject, StringComparison.Ordinal) == true)
            .Select(delivery => Assert.Single(delivery.To));
        Assert.Equal(Mailboxes.Concat(Crew).Order(), told.Order());
    }
}
