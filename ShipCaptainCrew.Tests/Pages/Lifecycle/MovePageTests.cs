using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

/// <summary>Status transitions on the charter page and the confirmation pages, without JavaScript.</summary>
public sealed partial class MovePageTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    private Cast Queen => day.Cast;

    private HttpClient Kim => Queen.Kim.Browser;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await Queen.Dana.Api.Put(day.Api, new { manning = new { first_mate = 0, deckhand = 2 } }).Json();
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task Moves_without_blockers_need_one_post_and_a_repeated_move_is_reported_as_done()
    {
        await MakeReadyToDepart();
        Assert.Equal(["Lines off", "Undo “boarding opened”"], Buttons(await Kim.Page(day.Charter)));

        await Tap("depart");
        var second = await Queen.Dana.Browser.PostForm(day.Charter, "/depart");
        Assert.Equal($"{day.Charter}?done=already", second.Headers.Location!.ToString());
        var landed = await Queen.Dana.Browser.Page($"{day.Charter}?done=already");
        Assert.Contains("Somebody was faster", landed.QuerySelector("[role=status].note")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains(
            "by Kim.", Move(await Queen.Sam.Browser.Page(day.Charter)).TextContent, StringComparison.Ordinal);

        day.Ship.Clock.Advance(TimeSpan.FromMinutes(2));
        await Tap("return");
        await Tap("close");
        Assert.Equal(["Undo “closed”"], Buttons(await Kim.Page(day.Charter)));
        await Tap("undo");
        Assert.Equal(["Finish and close", "Undo “all fast”"], Buttons(await Kim.Page(day.Charter)));
    }

    [Fact]
    public async Task Closing_with_open_items_needs_confirmation()
    {
        var template = await Queen.Dana.Api
            .Post("/api/checklist-templates",
                new { name = "Put to bed", phase = "post_return",
                    items = new[] { new { text = "Shore power", required = true } } })
            .Json(201);
        var list = await Queen.Dana.Api.Post($"{day.Api}/checklists", new { template_id = template["id"] }).Json(201);
        await day.Mark(await day.Guest("Ben Cole"), "boarded");
        await MakeReadyToDepart();
        await Queen.Kim.Api.Post($"{day.Api}/depart", new { override_reason = "Counted at the gate" }).Json();
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(2));
        await Tap("return");

        var page = await Kim.Page(day.Charter);
        Assert.Null(Move(page).QuerySelector($"form[action='{day.Charter}/close']"));
        Assert.Equal("Finish and close", Move(page).QuerySelector($"a[href='{day.Charter}/close']")!.TextContent);
        var question = await Kim.Page($"{day.Charter}/close");
        Assert.Equal(["Shore power", "Head count"],
            question.QuerySelectorAll("#main .rows a").Select(line => line.TextContent));
        Assert.Equal("Close anyway", question.QuerySelector("#main form button")!.TextContent);
        var unexplained = await Kim.PostForm($"{day.Charter}/close");
        Assert.Equal(422, (int)unexplained.StatusCode);
        Assert.Equal("Give a reason. It is saved and shown with the charter.",
            (await unexplained.Html()).GetElementById("reason-e")!.TextContent);
        Assert.Equal(303,
            (int)(await Kim.PostForm($"{day.Charter}/close", ("reason", "The cable is broken"))).StatusCode);
        Assert.Contains("Closed with work left: The cable is broken", Move(await Kim.Page(day.Charter)).TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Closed it with work left (items not done, head count missing). Reason: The cable is broken",
            (await Kim.Page($"{day.Charter}/log")).QuerySelector("#main")!.TextContent, StringComparison.Ordinal);
        await Tap("undo");

        await Queen.Kim.Api
            .Put($"{day.Api}/checklists/{list["id"]}",
                new { items = new[] { new { id = list["items"]![0]!["id"], state = "complete" } } })
            .Json();
        foreach (var api in new[] { Queen.Kim.Api, Queen.Sam.Api })
            await api.Post($"{day.Api}/head-counts", new { which = "return", guests = 1 }).Json();
        Assert.Contains("Finish and close", Buttons(await Kim.Page(day.Charter)));
    }

    [Fact]
    public async Task A_move_out_of_order_redirects_and_one_without_permission_is_forbidden()
    {
        var stop = TestContext.Current.CancellationToken;

        Assert.Equal(day.Charter, (await Kim.GetAsync($"{day.Charter}/return", stop)).Headers.Location!.ToString());
        Assert.Equal(403, (int)(await Queen.Sam.Browser.GetAsync($"{day.Charter}/board", stop)).StatusCode);
        Assert.Equal(403, (int)(await Kim.GetAsync($"{day.Charter}/undo", stop)).StatusCode);
        Assert.Equal(day.Charter, (await Kim.GetAsync($"{day.Charter}/times", stop)).Headers.Location!.ToString());
    }

    private static IElement Move(IDocument page) => page.GetElementById("move")!;

    private static IEnumerable<string> Buttons(IDocument page) =>
        Move(page).QuerySelectorAll("button").Select(button => button.TextContent);

    private async Task Tap(string move) =>
        Assert.Equal(303, (int)(await Kim.PostForm(day.Charter, $"/{move}")).StatusCode);

    /// <summary>Opens boarding with all positions assigned and all required items complete.</summary>
    private async Task MakeReadyToDepart()
    {
        await Queen.Alex.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        await Queen.Sam.Api
            .Put($"{day.Api}/checklists/{day.ListId}",
                new
                {
                    items = new[]
                    {
                        new { id = day.Item(0), state = "complete" },
                        new { id = day.Item(1), state = "complete" },
                    },
                })
            .Json();
        await Tap("board");
    }
}
