using System.Text.Json;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>A signed waiver is verified from its proof pack alone, without the server.</summary>
public sealed class ProofPackJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private const string Name = "<td data-of=\"signer_name\">Ann", Changed = "<td data-of=\"signer_name\">Ana";

    [Fact]
    public async Task A_proof_pack_opened_from_a_file_is_verified_unless_one_character_was_changed()
    {
        var page = await Laptop(app);
        await page.SignInAs(DemoApp.Owner);
        var record = await Sign(page);
        await page.GotoAsync(record);
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Download proof pack" }).ClickAsync());
        var file = Path.Combine(app.Folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        await page.Context.SetOfflineAsync(true);

        await Assertions.Expect(await Open(page, file)).ToHaveTextAsync("Verified");

        var proof = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(Name, proof, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            file, proof.Replace(Name, Changed, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await Assertions.Expect(await Open(page, file))
            .ToHaveTextAsync("Does not match: What is shown in this file is what the record says.");
    }

    private static async Task<ILocator> Open(IPage page, string file)
    {
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return page.Locator("#verdict");
    }

    private static async Task<JsonElement> Send(IPage page, string address, object body)
    {
        var answer = await page.APIRequest.PostAsync(address, new() { DataObject = body });
        Assert.True(answer.Ok, $"{address}: {answer.Status}");
        return (await answer.JsonAsync())!.Value;
    }

    /// <summary>Adds a guest, who signs by link, and returns the address of the signed waiver.</summary>
    private static async Task<string> Sign(IPage page)
    {
        var charter = (await page.NextCharter()).GetProperty("id").GetString();
        var guest = await Send(page, $"/api/events/{charter}/guests", new { name = "Ann </script> O'Neil" });
        var form = page.APIRequest.CreateFormData();
        form.Set("signer_name", "Ann </script> O'Neil");
        form.Set("consent", "true");
        form.Set("signature", "M10 20L30 40L50 20");
        var answer =
            await page.APIRequest.PostAsync(guest.GetProperty("waiver_url").GetString()!, new() { Form = form });
        Assert.True(answer.Ok, $"{answer.Status}");
        var guests = await page.GetJson($"/api/events/{charter}/guests");
        var waiver = guests.GetProperty("guests").EnumerateArray()
            .First(row => row.GetProperty("id").ValueEquals(guest.GetProperty("id").GetString())).GetProperty("waiver");
        return $"/harbor-demo/charters/{charter}/waivers/{waiver.GetProperty("waiver_id").GetString()}";
    }
}
