using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

/// <summary>The day on the charter's page and on the pages that ask about a move, without JavaScript.</summary>
public sealed class MovePageTests : IAsyncLifetime
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
    public async Task Before_boarding_the_captain_is_told_when_it_opens_and_may_open_it_now()
    {
        await Queen.Dana.Api.Put(day.Api, new { event_date = "2026-07-01" }).Json();

        var page = await Kim.Page(day.Charter);

        Assert.Contains("Boarding opens by itself at 17:00.", Move(page).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Open boarding"], Buttons(page));
        Assert.Equal([], Buttons(await Queen.Sam.Browser.Page(day.Charter)));
        await Tap("board");
        Assert.Equal(["Take back: boarding opened"], Buttons(await Kim.Page(day.Charter)));
    }

    [Fact]
    public async Task Boarding_days_early_is_asked_about_before_and_doubted_after()
    {
        var page = await Kim.Page(day.Charter);
        Assert.Equal([], Buttons(page));
        Assert.Equal($"{day.Charter}/board", Move(page).QuerySelector(".acts a")!.GetAttribute("href"));
        Assert.Contains("more than twelve hours from now",
            (await Kim.Page($"{day.Charter}/board")).QuerySelector(".note.act")!.TextContent, StringComparison.Ordinal);

        var boarded = await Queen.Kim.Api.Post($"{day.Api}/board").Json();

        Assert.Equal("far_from_plan", (string?)boarded["warnings"]![0]!["code"]);
        Assert.Contains("Is it this charter, and this day?", Move(await Kim.Page(day.Charter)).TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_of_the_gate_leads_to_its_fix()
    {
        await Tap("board");

        var page = await Kim.Page(day.Charter);

        Assert.Equal(
            [
                ("1 deckhand still wanted.", "Stop", $"{day.Charter}/crew"),
                ("Not done: Navigation lights", "Open", $"{day.List}#i{day.Item(0):N}"),
                ("Not done: Bilge pump", "Open", $"{day.List}#i{day.Item(1):N}"),
            ],
            Move(page).QuerySelectorAll("li")
                .Select(
                    line =>
                        (line.QuerySelector("a")!.TextContent, line.QuerySelector(".badge")!.TextContent,
                            line.QuerySelector("a")!.GetAttribute("href")!)));
        Assert.NotNull((await Kim.Page(day.List)).GetElementById($"i{day.Item(0):N}"));
    }

    [Fact]
    public async Task Many_items_not_done_are_one_line_that_leads_to_their_checklist()
    {
        var template = await Queen.Template("Engine", "Oil", "Coolant", "Belts", "Fuel");
        var list = await Queen.Dana.Api.Post($"{day.Api}/checklists", new { template_id = template }).Json(201);
        await Tap("board");

        var line = Move(await Kim.Page(day.Charter)).QuerySelectorAll("li a")[^1];

        Assert.Equal(("Engine: 4 required items are not done", $"{day.Charter}/checklists/{list["id"]}"),
            (line.TextContent, line.GetAttribute("href")));
    }

    [Fact]
    public async Task A_gate_that_is_shut_refuses_on_its_own_page_and_offers_no_override_of_what_stops_her()
    {
        await Tap("board");

        var refused = await Kim.PostForm(day.Charter, "/depart");

        Assert.Equal(409, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Contains("Not yet: something still holds the boat.", page.GetElementById("errs")!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name=override_reason]"));
    }

    [Fact]
    public async Task The_captains_reason_is_kept_and_shown_to_everybody()
    {
        await Tap("board");
        await Queen.Alex.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        var empty = await Kim.PostForm($"{day.Charter}/depart", ("override_reason", " "), ("at", ""));
        Assert.Equal((422, "Say why: it is kept and printed."),
            ((int)empty.StatusCode, (await empty.Html()).GetElementById("override_reason-e")!.TextContent));

        var sailed =
            await Kim.PostForm($"{day.Charter}/depart", ("override_reason", "The bilge was dry at noon"), ("at", ""));

        Assert.Equal((303, day.Charter), ((int)sailed.StatusCode, sailed.Headers.Location!.ToString()));
        Assert.Contains("on the word of Kim: The bilge was dry at noon",
            Move(await Queen.Sam.Browser.Page(day.Charter)).TextContent, StringComparison.Ordinal);
        var log = (await Kim.Page($"{day.Charter}/log")).QuerySelector("tbody")!.TextContent;
        Assert.Contains(
            "Sailed past the gate (items not done). Reason: The bilge was dry at noon", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_all_clear_to_closed_each_move_is_one_tap_and_who_is_second_is_told()
    {
        await Clear();
        Assert.Equal(["Lines off", "Take back: boarding opened"], Buttons(await Kim.Page(day.Charter)));

        await Tap("depart");
        var second = await Queen.Dana.Browser.PostForm(day.Charter, "/depart");
        Assert.Equal($"{day.Charter}?done=already", second.Headers.Location!.ToString());
        Assert.Contains("Somebody was quicker",
            (await Queen.Dana.Browser.Page($"{day.Charter}?done=already")).QuerySelector(
                "[role=status].note")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains(
            "by Kim.", Move(await Queen.Sam.Browser.Page(day.Charter)).TextContent, StringComparison.Ordinal);

        day.Ship.Clock.Advance(TimeSpan.FromMinutes(2));
        await Tap("return");
        await Tap("close");
        Assert.Equal(["Take back: closed"], Buttons(await Kim.Page(day.Charter)));
        await Tap("undo");
        Assert.Equal(["Put to bed: close"], Buttons(await Kim.Page(day.Charter)));
    }

    [Fact]
    public async Task Where_something_would_be_left_open_closing_is_asked_about_first()
    {
        var template = await Queen.Dana.Api
            .Post("/api/checklist-templates",
                new { name = "Put to bed", phase = "post_return",
                    items = new[] { new { text = "Shore power", required = true } } })
            .Json(201);
        var list = await Queen.Dana.Api.Post($"{day.Api}/checklists", new { template_id = template["id"] }).Json(201);
        await day.Mark(await day.Guest("Ben Cole"), "boarded");
        await Clear();
        await Queen.Kim.Api.Post($"{day.Api}/depart", new { override_reason = "Counted at the gate" }).Json();
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(2));
        await Tap("return");

        var page = await Kim.Page(day.Charter);
        Assert.Null(Move(page).QuerySelector($"form[action='{day.Charter}/close']"));
        Assert.Equal("Put to bed: close", Move(page).QuerySelector($"a[href='{day.Charter}/close']")!.TextContent);
        var question = await Kim.Page($"{day.Charter}/close");
        Assert.Equal(["Shore power", "Two head counts are wanted, by two people."],
            question.QuerySelectorAll("#main .rows a").Select(line => line.TextContent));
        Assert.Equal("Close all the same", question.QuerySelector("#main form button")!.TextContent);

        await Queen.Kim.Api
            .Put($"{day.Api}/checklists/{list["id"]}",
                new { items = new[] { new { id = list["items"]![0]!["id"], state = "complete" } } })
            .Json();
        foreach (var api in new[] { Queen.Kim.Api, Queen.Sam.Api })
            await api.Post($"{day.Api}/head-counts", new { which = "return", guests = 1 }).Json();
        Assert.Contains("Put to bed: close", Buttons(await Kim.Page(day.Charter)));
    }

    [Fact]
    public async Task A_no_sail_line_leads_to_the_defect_itself()
    {
        await Tap("board");
        var defect = await day.Ship.Change(Queen.OperatorId, (db, actor) =>
            Task.FromResult(
                db.Add(
                    new Defect(Queen.OperatorId, day.VesselId, "Steering is stiff", Severity.NoSail, null, null,
                        actor)).Entity));

        var line = Move(await Kim.Page(day.Charter)).QuerySelectorAll("li a")
            .Single(link => link.TextContent.Contains("Steering", StringComparison.Ordinal));

        Assert.EndsWith($"/defects/{defect.Id}", line.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(200,
            (int)(await Kim.GetAsync(line.GetAttribute("href"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_charter_whose_time_is_over_promises_no_boarding_and_the_office_is_asked_whether_it_sailed()
    {
        var home = $"/{Queen.Slug}";
        day.Ship.Clock.SetUtcNow(new(2026, 7, 5, 2, 59, 0, TimeSpan.Zero));
        Assert.DoesNotContain("did it sail?", await Needs(), StringComparison.Ordinal);
        day.Ship.Clock.SetUtcNow(new(2026, 7, 6, 16, 0, 0, TimeSpan.Zero));

        Assert.Contains("Its time is over.", Move(await Kim.Page(day.Charter)).TextContent, StringComparison.Ordinal);
        Assert.Contains("over; did it sail?", await Needs(), StringComparison.Ordinal);
        day.Ship.Clock.SetUtcNow(new(2026, 7, 20, 16, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("did it sail?", await Needs(), StringComparison.Ordinal);

        async Task<string> Needs() => (await Queen.Dana.Browser.Page(home)).QuerySelector("aside")!.TextContent;
    }

    [Fact]
    public async Task An_overdue_charter_is_the_first_that_needs_the_office()
    {
        await Queen.Dana.Api
            .Post("/api/events",
                new { vessel_id = day.VesselId, event_date = "2026-07-01", departure_time = "06:00",
                    return_time = "07:00", title = "Early tour", captain_id = Queen.Kim.MemberId, publish = true })
            .Json(201);
        day.Ship.Clock.SetUtcNow((await day.Sail()).AddHours(2));

        var needs = (await Queen.Dana.Browser.Page($"/{Queen.Slug}")).QuerySelectorAll("aside .task p")
            .Select(line => line.TextContent.Split(" · ")[^1]);

        Assert.Equal(["overdue", "over; did it sail?"], needs);
    }

    [Fact]
    public async Task A_refused_time_keeps_what_was_typed()
    {
        await Clear();

        var refused = await Kim.PostForm($"{day.Charter}/depart", ("at", "23:59"));

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Equal(("23:59", "That is in the future."),
            (page.GetElementById("at")!.GetAttribute("value"), page.GetElementById("at-e")!.TextContent));
    }

    [Fact]
    public async Task A_move_whose_turn_it_is_not_leads_back_and_one_that_is_not_yours_is_refused()
    {
        Assert.Equal(day.Charter,
            (await Kim.GetAsync(
                $"{day.Charter}/return", TestContext.Current.CancellationToken)).Headers.Location!.ToString());
        Assert.Equal(403,
            (int)(await Queen.Sam.Browser.GetAsync(
                $"{day.Charter}/board", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(
            403, (int)(await Kim.GetAsync($"{day.Charter}/undo", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(day.Charter,
            (await Kim.GetAsync(
                $"{day.Charter}/times", TestContext.Current.CancellationToken)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_the_clock_did_is_confirmed_with_one_tap()
    {
        await Clear();
        await Let_the_clock_sail();

        var page = await Kim.Page(day.Charter);
        Assert.Contains("Lines off by the schedule at 17:30; nobody has confirmed it.", Move(page).TextContent,
            StringComparison.Ordinal);
        var confirmation =
            Move(page).QuerySelector($"form[action='{day.Charter}/times'] [name=actual_departure]")!.GetAttribute(
                "value")!;
        var confirmed = await Kim.PostForm(day.Charter, "/times", ("actual_departure", confirmation));

        Assert.Equal(303, (int)confirmed.StatusCode);
        Assert.Contains("Lines off at 17:30", Move(await Kim.Page(day.Charter)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_is_put_right_with_a_reason_and_one_left_alone_keeps_its_seconds()
    {
        await Clear();
        day.Ship.Clock.SetUtcNow(new(2026, 7, 5, 0, 31, 25, TimeSpan.Zero));
        await Tap("depart");

        Assert.Equal(303,
            (int)(await Kim.PostForm(
                $"{day.Charter}/times", ("actual_departure", "17:31"), ("reason", ""))).StatusCode);
        var refused = await Kim.PostForm($"{day.Charter}/times", ("actual_departure", "17:25"), ("reason", ""));
        Assert.Equal((422, "Say why the time is another."),
            ((int)refused.StatusCode, (await refused.Html()).GetElementById("reason-e")!.TextContent));
        await Kim.PostForm($"{day.Charter}/times", ("actual_departure", "17:25"), ("reason", "By the mate's watch"));

        var log = (await Kim.Page($"{day.Charter}/log")).QuerySelector("tbody tr")!.TextContent;
        Assert.Contains(
            "Lines off was not at 17:31 but at 17:25. Reason: By the mate's watch", log, StringComparison.Ordinal);
    }

    private static IElement Move(IDocument page) => page.GetElementById("move")!;

    private static IEnumerable<string> Buttons(IDocument page) =>
        Move(page).QuerySelectorAll("button").Select(button => button.TextContent);

    private async Task Tap(string move) =>
        Assert.Equal(303, (int)(await Kim.PostForm(day.Charter, $"/{move}")).StatusCode);

    /// <summary>Boarding is open, everyone aboard and everything done.</summary>
    private async Task Clear()
    {
        await Queen.Alex.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        await Queen.Sam.Api
            .Put($"{day.Api}/checklists/{day.ListId}",
                new {
                    items = new[] {
                        new { id = day.Item(0), state = "complete" }, new { id = day.Item(1), state = "complete" } } })
            .Json();
        await Tap("board");
    }

    private Task<bool> Let_the_clock_sail()
    {
        day.Ship.Clock.SetUtcNow(new(2026, 7, 5, 0, 30, 0, TimeSpan.Zero));
        return day.Ship.Change(Queen.OperatorId, async (db, actor) =>
        {
            var charter = await db.Charters.FirstAsync(row => row.Id == day.CharterId);
            db.Entry(charter).Property(row => row.AutomaticTransitions).CurrentValue = true;
            return charter.FollowClock(actor.At, isGateOpen: true);
        });
    }
}
