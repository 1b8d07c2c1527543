using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Signing in by passkey and by link, and a mail scanner that opens every link in emails without using any up.
/// </summary>
public sealed partial class PasskeyJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    [Fact]
    public async Task A_member_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        var phone = await Phone(app);
        await AddVirtualAuthenticator(phone);
        await phone.SignInAs(DemoApp.Captain);

        await phone.GotoAsync("/harbor-demo/me/passkeys");
        await phone.GetByLabel("Name for it").FillAsync("My phone");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Add this device" }).ClickAsync();
        await Expect(phone.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("My phone");
        await Axe.AssertNoViolations(phone);

        // On the sign-in page, the browser suggests the passkey at the address field; the virtual authenticator accepts
        // at once.
        var post =
            phone.WaitForRequestAsync(request => request.Url.EndsWith("handler=Passkey", StringComparison.Ordinal));
        await SignOut(phone);
        var form = (await post).PostData!;
        await phone.ArriveAt("/harbor-demo");
        await SignInByLink(await Phone(app), "ines");

        await phone.GotoAsync("/harbor-demo/me/passkeys");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(phone.GetByText("No passkeys yet.")).ToBeVisibleAsync();
        await SignOut(phone);

        await Replay(await Phone(app), form);
        await SignInByLink(await Phone(app), "ines");
    }

    [Fact]
    public async Task A_mail_scanner_that_opens_every_link_uses_none_up()
    {
        var office = await Laptop(app);
        await office.SignInAs(DemoApp.Owner);
        var waiver = await CreateWaiverLink(office);
        await Invite(office, "newhand@harbor-demo.example");
        await Claim(await Phone(app));
        var requester = await Phone(app);
        var signIn = await AskForLink(requester, "jonah");
        var invitation =
            LinkIn(await app.Mail.Arrival(delivery => delivery.To.Contains("newhand@harbor-demo.example")));
        var before = await StateThatLinksChange(office);

        foreach (var link in app.Mail.Deliveries
            .SelectMany(delivery => Links().Matches(delivery.Message.TextBody ?? ""))
            .Select(found => found.Value).Append(waiver).Distinct())
        {
            await Scan(link);
        }

        Assert.Equal(before, await StateThatLinksChange(office));
        await Enter(requester, signIn);
        await Enter(await Phone(app), invitation);
        var guest = await Phone(app);
        await guest.GotoAsync(waiver);
        await Expect(guest.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last).ToBeVisibleAsync();
    }

    /// <summary>Requests a link as a mail scanner does, in a new browser, and is not signed in by it.</summary>
    private async Task Scan(string link)
    {
        var scanner = (await Phone(app)).APIRequest;
        foreach (var method in new[] { "HEAD", "GET", "HEAD" })
            await scanner.FetchAsync(link, new() { Method = method });
        Assert.Equal(401, (await scanner.GetAsync("/api/me")).Status);
    }

    private static async Task Invite(IPage office, string address)
    {
        await office.GotoAsync("/harbor-demo/crew/new");
        var before = office.Url;
        await office.FillAsync("[name=name]", "New Hand");
        await office.FillAsync("[name=email]", address);
        await office.GetByRole(
            AriaRole.Button, new() { NameRegex = new("invit", RegexOptions.IgnoreCase) }).Last.ClickAsync();
        await office.Leave(before);
    }

    /// <summary>
    /// What a link could change in each charter. Status and warnings are left out, because they also change with time.
    /// </summary>
    private static async Task<IReadOnlyList<string>> StateThatLinksChange(IPage office) =>
    [
        .. from charter in await office.Charters()
           from part in new[] { "id", "version", "roles", "guests", "checklists", "cancel_reason" }
           select $"{part}: {charter.GetProperty(part)}",
    ];

    /// <summary>
    /// Claims a position on an upcoming charter and waits for the email that asks the deckhand to confirm.
    /// </summary>
    private async Task Claim(IPage deckhand)
    {
        await deckhand.SignInAs(DemoApp.Deckhand);
        var charters = await deckhand.Charters();
        foreach (var charter in charters.Where(charter => charter.GetProperty("status").ValueEquals("scheduled")))
        {
            var claim = await deckhand.APIRequest.PostAsync(
                $"/api/events/{charter.GetProperty("id")}/roles/deckhand/claim", new() { DataObject = new { } });
            if (claim.Ok) break;
        }

        await app.Mail.Arrival(
            delivery => delivery.Message.TextBody?.Contains("/me/answers/", StringComparison.Ordinal) == true);
    }

    private static async Task<string> CreateWaiverLink(IPage office)
    {
        var charter = (await office.NextChecklist()).Split('/')[3];
        var answer = await office.APIRequest.PostAsync($"/api/events/{charter}/guests",
            new() { DataObject = new { name = "Scanned Guest", email = "scanned@guests.example" } });
        return (await answer.JsonAsync())!.Value.GetProperty("waiver_url").GetString()!;
    }

    private static string LinkIn(MimeKit.MimeMessage message) =>
        Links().Matches(message.TextBody!).Select(found => found.Value)
            .First(link => link.Contains("/sign-in/", StringComparison.Ordinal));

    [GeneratedRegex(@"http://localhost:\d+/[^\s>)]+")]
    private static partial Regex Links();
}
