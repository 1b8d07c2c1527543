using System.Text.Json;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>The demo operator as journeys use it: its people, and the sail that is ready to be worked on.</summary>
internal static class DemoApp
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

    /// <summary>
    /// The charter that the demo makes ready to be worked on, whatever the hour: the next that <see cref="Captain"/>
    /// sails. It is tomorrow's where today's has left, and other captains' charters may come before it.
    /// </summary>
    public static async Task<JsonElement> NextSail(this IPage page)
    {
        var now = TimeProvider.System.GetUtcNow();
        return (await page.Charters()).First(charter => IsPlanned(charter) && IsSailedBy(charter, Captain)
            && charter.GetProperty("departure_time").GetDateTimeOffset() > now);
    }

    /// <summary>The address of the first checklist of the next sail.</summary>
    public static async Task<string> NextChecklist(this IPage page)
    {
        var next = await page.NextSail();
        var list = next.GetProperty("checklists")[0].GetProperty("id");
        return $"/harbor-demo/charters/{next.GetProperty("id")}/checklists/{list}";
    }

    /// <summary>A charter of this day that the office has planned and crewed, its captain named first.</summary>
    /// <param name="departure">By the vessel's clock; she is back two hours later.</param>
    /// <returns>The address of its page.</returns>
    public static async Task<string> Plan(this IPage office, string vessel, string type, DateOnly date,
        TimeOnly departure, int? guests, params (string Role, string Name)[] crew)
    {
        var answer = await office.APIRequest.PostAsync("/api/events", new()
        {
            DataObject = new
            {
                vessel_id = await office.IdOf("vessels", vessel),
                charter_type_id = await office.IdOf("charter-types", type),
                event_date = $"{date:yyyy-MM-dd}",
                departure_time = $"{departure:HH:mm}",
                return_time = $"{departure.AddHours(2):HH:mm}",
                guests_expected = guests,
                captain_id = await office.IdOf("members", crew[0].Name),
                crew = await Task.WhenAll(
                    crew.Skip(1)
                        .Select(
                            async place =>
                                new { role = place.Role, member_id = await office.IdOf("members", place.Name) })),
                publish = true,
            },
        });
        Assert.True(answer.Status == 201, await answer.TextAsync());
        return $"/harbor-demo/charters/{(await answer.JsonAsync())!.Value.GetProperty("id")}";
    }

    /// <summary>Marks every item of the charter's first list done.</summary>
    public static async Task Finish(this IPage page, string charter)
    {
        var list = (await page.Ask($"/api/events/{IdIn(charter)}")).GetProperty("checklists")[0];
        var items = list.GetProperty("items").EnumerateArray()
            .Select(item => new { id = item.GetProperty("id").GetString(), state = "complete" });
        var answer =
            await page.APIRequest.PutAsync($"/api/events/{IdIn(charter)}/checklists/{list.GetProperty("id")}",
                new() { DataObject = new { items } });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    public static async Task AddGuest(this IPage page, string charter, object guest)
    {
        var answer =
            await page.APIRequest.PostAsync($"/api/events/{IdIn(charter)}/guests", new() { DataObject = guest });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>The id in a charter's address.</summary>
    public static string IdIn(string charter) => charter.Split('/')[^1];

    public static async Task<JsonElement> Ask(this IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(address);
        Assert.True(answer.Ok, $"{address}: {answer.Status}");
        return (await answer.JsonAsync())!.Value;
    }

    /// <summary>Published, and neither out nor over.</summary>
    private static bool IsPlanned(JsonElement charter) =>
        charter.GetProperty("status").GetString() is "scheduled" or "boarding";

    private static bool IsSailedBy(JsonElement charter, string captain) =>
        charter.GetProperty("roles").EnumerateArray().Any(place =>
            place.GetProperty("role").ValueEquals("captain")
            && place.GetProperty("member") is { ValueKind: JsonValueKind.Object } member
            && member.GetProperty("name").ValueEquals(captain));

    private static async Task<string> IdOf(this IPage office, string things, string name) =>
        (await office.Ask($"/api/{things}")).GetProperty("items").EnumerateArray()
            .First(thing => thing.GetProperty("name").ValueEquals(name)).GetProperty("id").GetString()!;
}
