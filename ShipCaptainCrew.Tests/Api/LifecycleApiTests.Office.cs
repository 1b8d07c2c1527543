using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class LifecycleApiTests
{
    [Fact]
    public async Task Closing_warns_about_open_items()
    {
        var charter = await CrewedCharter();
        var list = await Queen.Dana.Api
            .Post("/api/checklist-templates",
                new { name = "Put to bed", phase = "post_return",
                    items = new[] {
                        new { text = "Shore power", required = true }, new { text = "Sweep", required = false } } })
            .Json(201);
        await Queen.Dana.Api.Post($"{charter}/checklists", new { template_id = list["id"] }).Json(201);
        foreach (var move in new[] { "board", "depart", "return" })
        {
            await Queen.Kim.Api.Post($"{charter}/{move}").Json();
            fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var closed = await Queen.Kim.Api.Post($"{charter}/close").Json();

        Assert.Equal([("items_left_open", "Closed with 1 item still open.")],
            closed["warnings"]!.AsArray().Select(warning => ((string)warning!["code"]!, (string)warning["message"]!)));
        Assert.Equal(["charter.closed", "charter.closed_incomplete"], await Kinds(charter, 2));
        await Queen.Kim.Api.Post($"{charter}/undo").Json();
        var explained = await Queen.Kim.Api.Post($"{charter}/close", new { reason = "Shore power is out" }).Json();
        Assert.Equal("Shore power is out", (string?)explained["close_reason"]);
    }

    [Fact]
    public async Task The_office_changes_the_positions_of_one_charter_but_not_below_those_taken()
    {
        var charter = await CrewedCharter();

        var manned = await Queen.Dana.Api.Put(charter, new { manning = new { deckhand = 3, first_mate = 1 } }).Json();
        Assert.Equal(["captain", "deckhand", "deckhand", "deckhand", "first_mate"], Roles(manned));
        Assert.NotNull((await Queen.Dana.Api
            .Put(charter, new { manning = new { deckhand = 0 } })
            .Json(422)).ErrorAt("manning.deckhand"));
        Assert.NotNull((await Queen.Dana.Api
            .Put(charter, new { manning = new { captain = 0 } })
            .Json(422)).ErrorAt("manning.captain"));
        await Queen.Kim.Api.Put(charter, new { manning = new { deckhand = 1 } }).Json(403);
        Assert.Equal(["captain", "deckhand", "first_mate"],
            Roles(await Queen.Dana.Api.Put(charter, new { manning = new { deckhand = 1 } }).Json()));
    }
}
