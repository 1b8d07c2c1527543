using System.Text.Json;
using Microsoft.Playwright;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>Steps that use the demo operator, its people and its charters.</summary>
internal static class DemoApp
{
    public const string Owner = "Nora Whitfield", Captain = "Ines Calloway", Deckhand = "Jonah Beck";

    /// <summary>Signs in by the demo's button for a person, also if already signed in.</summary>
    public static async Task SignInAs(this IPage page, string name)
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Sign in as {name}" }).ClickAsync();
        await page.ArriveAt("/harbor-demo");
    }

    /// <summary>The charters that the signed-in person sees, by departure.</summary>
    public static async Task<IReadOnlyList<JsonElement>> Charters(this IPage page) =>
        [.. (await page.GetJson("/api/events")).GetProperty("items").EnumerateArray()];

    /// <summary>
    /// The demo's next charter with <see cref="Captain"/> as its captain, which has an open checklist at any time of
    /// day. It may be tomorrow's, and charters with other captains may depart earlier.
    /// </summary>
    public static async Task<JsonElement> NextCharter(this IPage page)
    {
        var now = TimeProvider.System.GetUtcNow();
        return (await page.Charters()).First(charter => IsPlanned(charter) && HasCaptain(charter, Captain)
            && charter.GetProperty("departure_time").GetDateTimeOffset() > now);
    }

    /// <summary>The address of the first checklist of the next charter.</summary>
    public static async Task<string> NextChecklist(this IPage page)
    {
        var next = await page.NextCharter();
        var list = next.GetProperty("checklists")[0].GetProperty("id");
        return $"/harbor-demo/charters/{next.GetProperty("id")}/checklists/{list}";
    }

    /// <summary>Plans and publishes a charter of two hours.</summary>
    /// <param name="departure">In the vessel's time zone.</param>
    /// <param name="crew">The crew, with the captain first.</param>
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
                crew = await Task.WhenAll(crew.Skip(1).Select(async position => new
                {
                    role = position.Role,
                    member_id = await office.IdOf("members", position.Name),
                })),
                publish = true,
            },
        });
        Assert.True(answer.Status == 201, await answer.TextAsync());
        return $"/harbor-demo/charters/{(await answer.JsonAsync())!.Value.GetProperty("id")}";
    }

    /// <summary>Marks every item of the charter's first checklist as done.</summary>
    public static async Task CompleteFirstChecklist(this IPage page, string charter)
    {
        var list = (await page.GetJson($"/api/events/{IdIn(charter)}")).GetProperty("checklists")[0];
        var items = list.GetProperty("items").EnumerateArray()
            .Select(item => new { id = item.GetProperty("id").GetString(), state = "complete" });
        var answer = await page.APIRequest.PutAsync(
            $"/api/events/{IdIn(charter)}/checklists/{list.GetProperty("id")}",
            new() { DataObject = new { items } });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>Sets the first items of a checklist to a state and all others to do.</summary>
    /// <param name="address">The address of the checklist's page.</param>
    public static async Task SetItems(this IPage page, string address, int done, string state = "complete")
    {
        var (charter, list) = (address.Split('/')[3], address.Split('/')[5]);
        var items = (await page.GetJson($"/api/events/{charter}")).GetProperty("checklists").EnumerateArray()
            .First(one => one.GetProperty("id").ValueEquals(list)).GetProperty("items").EnumerateArray()
            .Select((item, i) => new
            {
                id = item.GetProperty("id").GetString(),
                state = i < done ? state : "pending",
            });
        var answer = await page.APIRequest.PutAsync(
            $"/api/events/{charter}/checklists/{list}", new() { DataObject = new { items } });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    public static async Task AddGuest(this IPage page, string charter, object guest)
    {
        var answer = await page.APIRequest.PostAsync(
            $"/api/events/{IdIn(charter)}/guests", new() { DataObject = guest });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>Creates a row of reference data.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> Create(this IPage office, string collection, object row)
    {
        var answer = await office.APIRequest.PostAsync($"/api/{collection}", new() { DataObject = row });
        Assert.True(answer.Status == 201, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value.GetProperty("id").GetString()!;
    }

    /// <summary>Opens or closes a drawer of a form.</summary>
    public static Task OpenDrawer(this IPage page, string name) =>
        page.Locator(".drawer > summary", new() { HasText = name }).ClickAsync();

    /// <summary>The id in the address of a charter or of the page after it was published.</summary>
    public static string IdIn(string charter) => charter.Replace("/published", "").Split('/')[^1];

    /// <summary>Reads from the API as the signed-in person.</summary>
    public static async Task<JsonElement> GetJson(this IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(address);
        Assert.True(answer.Ok, $"{address}: {answer.Status}");
        return (await answer.JsonAsync())!.Value;
    }

    /// <summary>Whether it is published and has not departed.</summary>
    private static bool IsPlanned(JsonElement charter) =>
        charter.GetProperty("status").GetString() is "scheduled" or "boarding";

    private static bool HasCaptain(JsonElement charter, string captain) =>
        charter.GetProperty("roles").EnumerateArray().Any(position =>
            position.GetProperty("role").ValueEquals("captain")
            && position.GetProperty("member") is { ValueKind: JsonValueKind.Object } member
            && member.GetProperty("name").ValueEquals(captain));

    private static async Task<string> IdOf(this IPage office, string collection, string name) =>
        (await office.GetJson($"/api/{collection}")).GetProperty("items").EnumerateArray()
            .First(item => item.GetProperty("name").ValueEquals(name)).GetProperty("id").GetString()!;
}
