using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed partial class MovePageTests
{
    [Fact]
    public async Task A_departure_with_a_hard_blocker_is_refused_without_an_override()
    {
        await Tap("board");

        var refused = await Kim.PostForm(day.Charter, "/depart");

        Assert.Equal(409, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Contains("Not yet: something is left to do before you can leave.",
            page.GetElementById("errs")!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[name=override_reason]"));
    }

    [Fact]
    public async Task The_override_reason_is_required_logged_and_shown_to_everyone()
    {
        await Tap("board");
        await Queen.Alex.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        var empty = await Kim.PostForm($"{day.Charter}/depart", ("override_reason", " "), ("at", ""));
        Assert.Equal((422, "Give a reason. It is saved and printed."),
            ((int)empty.StatusCode, (await empty.Html()).GetElementById("override_reason-e")!.TextContent));

        var sailed =
            await Kim.PostForm($"{day.Charter}/depart", ("override_reason", "The bilge was dry at noon"), ("at", ""));

        Assert.Equal((303, day.Charter), ((int)sailed.StatusCode, sailed.Headers.Location!.ToString()));
        Assert.Contains("Kim decided to leave anyway: The bilge was dry at noon",
            Move(await Queen.Sam.Browser.Page(day.Charter)).TextContent, StringComparison.Ordinal);
        var log = (await Kim.Page($"{day.Charter}/log")).QuerySelector(".log")!.TextContent;
        Assert.Contains(
            "Left anyway (items not done). Reason: The bilge was dry at noon", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_sail_blocker_links_to_the_defect()
    {
        await Tap("board");
        var defect = await day.Ship.Change(Queen.OperatorId, (db, actor) =>
        {
            var raised = new Defect(
                Queen.OperatorId, day.VesselId, "Steering is stiff", Severity.NoSail, null, null, actor);
            return Task.FromResult(db.Add(raised).Entity);
        });

        var line = Move(await Kim.Page(day.Charter)).QuerySelectorAll("li a")
            .Single(link => link.TextContent.Contains("Steering", StringComparison.Ordinal));

        Assert.EndsWith($"/defects/{defect.Id}", line.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(200,
            (int)(await Kim.GetAsync(line.GetAttribute("href"), TestContext.Current.CancellationToken)).StatusCode);
    }
}
