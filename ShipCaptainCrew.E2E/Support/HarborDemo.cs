using System.Text.Json;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>The demo operator as journeys use it: its people, and the sail that is ready to be worked on.</summary>
internal static class HarborDemo
{
    public const string Owner = "Nora Whitfield", Captain = "Ines Calloway", Deckhand = "Jonah Beck";

    public static async Task ComeAboard(this IPage page, string name)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Come aboard as {name}" }).ClickAsync();
        await page.WaitForURLAsync("**/harbor-demo");
    }

    /// <summary>The charters this person sees, by departure.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Charters(this IPage page) =>
        [.. (await page.Ask("/api/events")).GetProperty("items").EnumerateArray()];

    /// <summary>The address of the first checklist of the next sail.</summary>
    public static async Task<string> NextChecklist(this IPage page)
    {
        var next = (await page.Charters()).First(charter => charter.GetProperty("title").ValueEquals("Sunset sail")
            && charter.GetProperty("departure_time").GetDateTimeOffset() > TimeProvider.System.GetUtcNow());
        return $"/harbor-demo/charters/{next.GetProperty("id")}/checklists/{next.GetProperty("checklists")[0].GetProperty("id")}";
    }

    public static async Task<JsonElement> Ask(this IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(address);
        Assert.True(answer.Ok, $"{address}: {answer.Status}");
        return (await answer.JsonAsync())!.Value;
    }
}
