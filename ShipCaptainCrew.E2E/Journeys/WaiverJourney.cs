using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Guests sign waivers: without JavaScript, with a drawn signature, for a child, and by keyboard only.
/// </summary>
public sealed partial class WaiverJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    [Fact]
    public async Task Without_JavaScript_a_waiver_is_signed_by_name_and_checkbox()
    {
        var phone = await Phone(app, javaScript: false);
        await phone.GotoAsync(await AddGuest("Wendy Without"));
        await Assertions.Expect(phone.Locator("canvas")).ToBeHiddenAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await Assertions.Expect(phone.Locator(".errors")).ToContainTextAsync("Enter your full name.");
        await phone.GetByLabel("Your full name").FillAsync("Wendy Without");
        await phone.GetByLabel("I have read this text").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Signed");
    }

    [Fact]
    public async Task A_drawn_signature_survives_rotating_the_phone_and_a_lost_connection()
    {
        var phone = await Phone(app);
        await phone.GotoAsync(await AddGuest("Dora Drawn"));
        await Axe.AssertNoViolations(phone);
        await phone.GetByLabel("Your full name").FillAsync("Dora Drawn");
        await Draw(phone);
        var drawn = await phone.Locator("[name=signature]").InputValueAsync();
        Assert.Matches("^(M[0-9 L]+)+$", drawn);
        await phone.SetViewportSizeAsync(740, 360);
        await Assertions.Expect(phone.Locator("[name=signature]")).ToHaveValueAsync(drawn);
        Assert.True(
            await phone.Locator("canvas")
                .EvaluateAsync<bool>(
                    "pad => pad.getContext('2d').getImageData(0, 0, pad.width, pad.height).data.some(dot => dot > 0)"));

        await phone.GetByLabel("I have read this text").CheckAsync();
        await phone.Context.SetOfflineAsync(true);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).ClickAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Not signed yet. No connection.");
        await Assertions.Expect(phone.GetByLabel("Your full name")).ToHaveValueAsync("Dora Drawn");
        await phone.Context.SetOfflineAsync(false);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).ClickAsync();

        await Assertions.Expect(phone.Locator("svg.drawing path")).ToHaveAttributeAsync("d", drawn);
        await Axe.AssertNoViolations(phone);
        Assert.Single(PdfPage().Matches(Encoding.Latin1.GetString(await phone.PdfAsync(new() { Format = "Letter" }))));
    }

    [Fact]
    public async Task A_guardian_signs_for_two_children()
    {
        var phone = await Phone(app);
        await phone.GotoAsync(await AddGuest("Mia Minor", minor: true));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).ClickAsync();
        await Assertions.Expect(phone.Locator("#errs")).ToBeFocusedAsync();
        await Axe.AssertNoViolations(phone);
        await phone.GetByLabel("Your relationship to the child").FillAsync("father");
        await phone.GetByLabel("Date of birth").FillAsync("2019-10-02");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Add another child" }).ClickAsync();
        await phone.GetByLabel("Child 2, full name").FillAsync("Leo Minor");
        await phone.GetByLabel("Child 2, date of birth").FillAsync("2021-02-03");
        await phone.GetByLabel("Your full name, as parent or guardian").FillAsync("Paul Parent");
        await phone.GetByLabel("I have read this text").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).ClickAsync();
        await Assertions.Expect(phone.Locator(".facts").First).ToContainTextAsync("Leo Minor");
        await Assertions.Expect(phone.Locator(".facts").First).ToContainTextAsync("father");
    }

    [Fact]
    public async Task A_waiver_is_read_and_signed_by_keyboard_with_visible_focus()
    {
        var laptop = await Laptop(app);
        await laptop.GotoAsync(await AddGuest("Kit Keys") + "?lang=es");
        await TabTo(laptop, "[name=signer_name]");
        await laptop.Keyboard.TypeAsync("Kit Keys");
        await TabTo(laptop, "[name=consent]");
        await laptop.Keyboard.PressAsync("Space");
        await TabTo(laptop, "#sign .acts button");
        await laptop.Keyboard.PressAsync("Enter");
        await Assertions.Expect(laptop.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Firmado");
        Assert.Equal("es", await laptop.EvaluateAsync<string>("document.documentElement.lang"));
    }

    /// <summary>Presses Tab until the element has the focus, and asserts that the focus is visible.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        for (var steps = 0; steps < 15; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                continue;
            Assert.NotEqual(
                "none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            return;
        }

        Assert.Fail($"{selector} was not reached with Tab.");
    }

    private static async Task Draw(IPage page)
    {
        await page.GetByText("Draw your signature").ClickAsync();
        var pad = page.Locator("canvas");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 150, box.Y + 60, new() { Steps = 20 });
        await page.Mouse.UpAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PdfPage();

    /// <summary>Adds a guest to the next charter and returns the address of their waiver.</summary>
    private async Task<string> AddGuest(string name, bool minor = false)
    {
        var office = await Laptop(app);
        await office.SignInAs(DemoApp.Owner);
        var charter = (await office.NextChecklist()).Split('/')[3];
        var answer = await office.APIRequest.PostAsync(
            $"/api/events/{charter}/guests", new() { DataObject = new { name, minor } });
        Assert.Equal(201, answer.Status);
        return new Uri((await answer.JsonAsync())!.Value.GetProperty("waiver_url").GetString()!).AbsolutePath;
    }
}
