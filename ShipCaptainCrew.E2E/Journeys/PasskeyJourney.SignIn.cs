using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class PasskeyJourney
{
    /// <summary>Adds an authenticator that always confirms the user's presence.</summary>
    private static async Task AddVirtualAuthenticator(IPage phone)
    {
        var devices = await phone.Context.NewCDPSessionAsync(phone);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task SignInByLink(IPage page, string name) => await Enter(page, await AskForLink(page, name));

    private async Task<string> AskForLink(IPage page, string name)
    {
        var address = $"{name}@harbor-demo.example";
        var earlier = app.Mail.Deliveries.Where(delivery => delivery.To.Contains(address)).ToHashSet();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Email address").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a sign-in link" }).ClickAsync();
        await page.ArriveAt("/sign-in/sent");
        return LinkIn(
            await app.Mail.Arrival(
                delivery => delivery.To.Contains(address) && !earlier.Contains(delivery)
                    && delivery.Message.TextBody!.Contains("/sign-in/", StringComparison.Ordinal)));
    }

    private static async Task Enter(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.ArriveAt("/harbor-demo");
    }

    private static async Task SignOut(IPage page)
    {
        await page.GotoAsync("/harbor-demo/me");
        var before = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.Leave(before);
    }

    /// <summary>Sends a recorded sign-in again from another browser, which is refused.</summary>
    private static async Task Replay(IPage attacker, string recorded)
    {
        await attacker.GotoAsync("/sign-in");
        var fields = Regex.Matches(recorded, "([a-z_A-Z]+)=([^&]*)")
            .ToDictionary(field => field.Groups[1].Value,
                field => Uri.UnescapeDataString(field.Groups[2].Value.Replace('+', ' ')));
        fields["__RequestVerificationToken"] =
            await attacker.Locator("[name=__RequestVerificationToken]").First.InputValueAsync();
        var form = attacker.APIRequest.CreateFormData();
        foreach (var (name, value) in fields) form.Set(name, value);

        var answer = await attacker.APIRequest.PostAsync("/sign-in?handler=Passkey", new() { Form = form });

        Assert.Equal(422, answer.Status);
        Assert.Equal(401, (await attacker.APIRequest.GetAsync("/api/me")).Status);
    }
}
