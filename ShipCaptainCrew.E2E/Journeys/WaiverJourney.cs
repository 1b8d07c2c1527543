using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// The demo's last guests sign: one without a script, one draws, a father for his daughter, one by keyboard alone.
/// </summary>
public sealed partial class WaiverJourney(BrowserFixture fixture, AppProcess app)
    : Journey(fixture), IClassFixture<AppProcess>
{
    [Fact]
    public async Task Without_a_script_a_name_and_a_tick_are_enough()
    {
        var phone = await Phone(app, javaScript: false);
        await phone.GotoAsync(await LinkOf("Wendy Without"));
        await Assertions.Expect(phone.Locator("canvas")).ToBeHiddenAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await Assertions.Expect(phone.Locator(".errors")).ToContainTextAsync("Enter your full name.");
        await phone.GetByLabel("Your full name").FillAsync("Wendy Without");
        await phone.GetByLabel("I have read this text").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).Last.ClickAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Signed");
    }

    [Fact]
    public async Task A_drawing_survives_turning_the_phone_and_losing_the_connection()
    {
        var phone = await Phone(app);
        await phone.GotoAsync(await LinkOf("Dora Drawn"));
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
        Assert.Single(Sheets().Matches(Encoding.Latin1.GetString(await phone.PdfAsync(new() { Format = "Letter" }))));
    }

    [Fact]
    public async Task A_father_signs_for_his_daughter_and_one_more()
    {
        var phone = await Phone(app);
        await phone.GotoAsync(await LinkOf("Mia Minor", minor: true));
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).ClickAsync();
        await Assertions.Expect(phone.Locator("#errs")).ToBeFocusedAsync();
        await Axe.AssertNoViolations(phone);
        await phone.GetByLabel("What you are to the child").FillAsync("father");
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
    public async Task The_keyboard_alone_reads_signs_and_sees_where_it_is()
    {
        var laptop = await Laptop(app);
        await laptop.GotoAsync(await LinkOf("Kit Keys") + "?lang=es");
        await Press(laptop, "main .paper");
        await laptop.Keyboard.PressAsync("End");
        await Press(laptop, "[name=signer_name]");
        await laptop.Keyboard.TypeAsync("Kit Keys");
        await Press(laptop, "[name=consent]");
        await laptop.Keyboard.PressAsync("Space");
        await Press(laptop, ".acts button");
        await laptop.Keyboard.PressAsync("Enter");
        await Assertions.Expect(laptop.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Firmado");
        Assert.Equal("es", await laptop.EvaluateAsync<string>("document.documentElement.lang"));
    }

    /// <summary>Goes on with Tab until it is there, and sees that it is.</summary>
    private static async Task Press(IPage page, string wanted)
    {
        for (var steps = 0; steps < 15; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", wanted)) continue;
            Assert.NotEqual(
                "none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            return;
        }

        Assert.Fail($"The keyboard does not get to {wanted}.");
    }

    private static async Task Draw(IPage page)
    {
        var pad = page.Locator("canvas");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 20, box.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 150, box.Y + 60, new() { Steps = 20 });
        await page.Mouse.UpAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheets();

    /// <summary>The office puts somebody on the next sail and passes them their link.</summary>
    private async Task<string> LinkOf(string name, bool minor = false)
    {
        var office = await Laptop(app);
        await office.SignInAs(DemoApp.Owner);
        var charter = (await office.NextChecklist()).Split('/')[3];
        var answer =
            await office.APIRequest.PostAsync(
                $"/api/events/{charter}/guests", new() { DataObject = new { name, minor } });
        Assert.Equal(201, answer.Status);
        return new Uri((await answer.JsonAsync())!.Value.GetProperty("waiver_url").GetString()!).AbsolutePath;
    }
}
