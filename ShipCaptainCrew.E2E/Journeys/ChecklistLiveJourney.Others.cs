using System.Diagnostics;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;
using static ShipCaptainCrew.E2E.Support.WorkedChecklist;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>Changes made on another phone.</summary>
public sealed partial class ChecklistLiveJourney
{
    /// <summary>A script that returns the focused element's id, the scroll position and the unfolded rows.</summary>
    private const string Place =
        "`${document.activeElement.id} ${window.scrollY} ` + "
        + "[...document.querySelectorAll('.item:has([open])')].map(row => row.id).join()";

    [Fact]
    public async Task A_change_appears_on_the_other_phone_and_keeps_focus_scroll_position_and_open_rows()
    {
        var (captain, deckhand) = (await OpenChecklist(DemoApp.Captain), await OpenChecklist(DemoApp.Deckhand));
        await deckhand.Fold("Navigation lights").ClickAsync();
        await deckhand.Fold("Decks clear and dry").ClickAsync();
        await deckhand.Button("Decks clear and dry", Started).FocusAsync();
        var before = await deckhand.Page.EvaluateAsync<string>(Place);
        Assert.Matches("^i\\w+-in_progress [1-9]\\d* i\\w+,i\\w+$", before);
        await deckhand.Row("Navigation lights").EvaluateAsync("row => row.sameNode = true");

        var clock = Stopwatch.StartNew();
        await captain.Press("Navigation lights", Done);
        await deckhand.ExpectState("Navigation lights", Done);
        TestContext.Current.TestOutputHelper?.WriteLine($"On the other phone after {clock.ElapsedMilliseconds} ms");

        await Expect(deckhand.Row("Navigation lights").Locator(".meta")).ToContainTextAsync("Done by Ines");
        Assert.Equal(before, await deckhand.Page.EvaluateAsync<string>(Place));
        Assert.True(await deckhand.Row("Navigation lights").EvaluateAsync<bool>("row => row.sameNode"));
    }

    [Fact]
    public async Task An_unfolded_row_stays_open_when_it_is_changed_on_either_phone()
    {
        var (captain, deckhand) = (await OpenChecklist(DemoApp.Captain), await OpenChecklist(DemoApp.Deckhand));
        await captain.Press("Life jackets", Started);
        await Expect(captain.Row("Life jackets").Locator(".meta")).ToContainTextAsync("You, ");
        await Expect(captain.Button("Life jackets", ToDo)).ToBeVisibleAsync();

        await deckhand.Press("Life jackets", Done);

        await captain.ExpectState("Life jackets", Done);
        await Expect(captain.Button("Life jackets", ToDo)).ToBeVisibleAsync();
    }

    /// <summary>On a slow machine the changes take longer than a second; then one GET a second may be added.</summary>
    [Fact]
    public async Task Twenty_changes_in_a_second_are_at_most_two_requests()
    {
        var (captain, deckhand) = (await OpenChecklist(DemoApp.Captain), await OpenChecklist(DemoApp.Deckhand));
        var item = (await captain.Row("Bilges dry").GetAttributeAsync("id"))![1..];
        var parts = new Uri(captain.Page.Url).AbsolutePath.Split('/');
        var requests = 0;
        deckhand.Page.Request += (_, request) => requests += request.Url.Contains("seen=", StringComparison.Ordinal)
            ? 1
            : 0;

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
        {
            var state = i % 2 == 0 ? "in_progress" : "complete";
            var answer = await captain.Page.APIRequest.PutAsync($"/api/events/{parts[3]}/checklists/{parts[5]}",
                new() { DataObject = new { items = new[] { new { id = Guid.Parse(item), state } } } });
            Assert.True(answer.Ok, await answer.TextAsync());
        }

        var seconds = (int)Math.Ceiling(clock.Elapsed.TotalSeconds);
        await deckhand.ExpectState("Bilges dry", Done);
        Assert.InRange(requests, 1, 1 + seconds);
    }
}
