using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class LifecycleApiTests
{
    [Fact]
    public async Task A_refused_departure_lists_every_blocker()
    {
        var (charter, items) = await WithChecklist("Navigation lights", "Bilge pump");
        await Queen.Dana.Api.Post($"{charter}/roles/captain/release", new { member_id = Queen.Kim.MemberId }).Json();
        await Queen.Dana.Api.Put(charter, new { guests_expected = 13 }).Json();
        await Queen.Dana.Api.Post($"{charter}/board").Json();

        var refused = await Queen.Dana.Api.Post($"{charter}/depart").Json(409);

        Assert.Equal("gate_closed", (string?)refused["code"]);
        Assert.Equal(
            [
                ("captain_missing", "There is no captain.", null),
                ("over_capacity", "Aurora can carry 12 guests at most; there are 13.", null),
                ("item_open", "Not done: Navigation lights", items[0]),
                ("item_open", "Not done: Bilge pump", items[1]),
            ],
            Blockers(refused));
    }

    [Fact]
    public async Task A_no_sail_defect_blocks_departure_until_it_is_closed()
    {
        var aurora = await Queen.Vessel("Borealis");
        var charter = await CrewedCharter(aurora);
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        var defect = await fixture.Ship.Change(Queen.OperatorId,
            (db, actor) =>
                Task.FromResult(
                    db.Add(
                        new Defect(Queen.OperatorId, aurora, "Steering is stiff", Severity.NoSail, null, null,
                            actor)).Entity));

        var refused = await Queen.Kim.Api.Post($"{charter}/depart", new { override_reason = "We know her" }).Json(409);

        Assert.Equal(
            [("no_sail_defect", "No-sail problem on Borealis: Steering is stiff", defect.Id)], Blockers(refused));
        await fixture.Ship.Change(Queen.OperatorId, async (db, actor) =>
        {
            (await db.Defects.FindAsync(Queen.OperatorId, defect.Id))!.Close("Greased", actor);
            return true;
        });
        await Queen.Kim.Api.Post($"{charter}/depart").Json();
    }

    [Fact]
    public async Task The_captain_may_override_open_items_with_a_stored_reason_but_the_mate_may_not()
    {
        var (charter, _) = await WithChecklist("Ice");
        await Queen.Dana.Api.Put(charter, new { manning = new { first_mate = 1 } }).Json();
        await Queen.Max.Api.Post($"{charter}/roles/first_mate/claim").Json();
        await Queen.Max.Api.Post($"{charter}/board").Json();
        var reason = new { override_reason = "Ice comes by dinghy" };

        await Queen.Max.Api.Post($"{charter}/depart", reason).Json(403);
        await Queen.Max.Api.Post($"{charter}/depart", new { override_reason = new string('x', 2001) }).Json(403);
        await Queen.Kim.Api.Post($"{charter}/depart", new { override_reason = " " }).Json(409);
        Assert.NotNull((await Queen.Kim.Api
            .Post($"{charter}/depart", new { override_reason = new string('x', 2001) })
            .Json(422)).ErrorAt("override_reason"));
        var sailed = await Queen.Kim.Api.Post($"{charter}/depart", reason).Json();

        Assert.Equal(
            ("underway", "Ice comes by dinghy"), ((string?)sailed["status"], (string?)sailed["override_reason"]));
        var entry = (await Queen.Kim.Api.Get($"{charter}/log").Json())["items"]!.AsArray()
            .Single(line => (string?)line!["kind"] == "gate.overridden")!;
        Assert.Contains("item_open", entry.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_reason_with_half_a_surrogate_pair_is_refused()
    {
        var (charter, _) = await WithChecklist("Ice");
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        using var half =
            new StringContent("""{ "override_reason": "\ud83d" }""", System.Text.Encoding.UTF8, "application/json");

        var refused = await Queen.Kim.Api.PostAsync($"{charter}/depart", half, TestContext.Current.CancellationToken)
            .Json(422);

        Assert.Equal("This has characters that cannot be shown.", refused.ErrorAt("override_reason"));
    }

    [Fact]
    public async Task The_office_may_override_open_items()
    {
        var (charter, _) = await WithChecklist("Ice");
        await Queen.Dana.Api.Post($"{charter}/board").Json();

        Assert.Equal("underway",
            (string?)(await Queen.Dana.Api.Post($"{charter}/depart", new { override_reason = "Ice comes by dinghy" })
                .Json())["status"]);
    }

    [Fact]
    public async Task Of_two_simultaneous_departures_one_counts_and_the_other_gets_a_warning()
    {
        var charter = await CrewedCharter();
        await Queen.Kim.Api.Post($"{charter}/board").Json();

        var answers = await Task.WhenAll(
            Queen.Kim.Api.Post($"{charter}/depart").Json(), Queen.Dana.Api.Post($"{charter}/depart").Json());

        Assert.All(answers, answer => Assert.Equal("underway", (string?)answer["status"]));
        Assert.Single(await Kinds(charter, 50), kind => kind == "charter.underway");
        var warning = Assert.Single(answers.SelectMany(answer => answer["warnings"]!.AsArray()),
            warning => (string?)warning!["code"] == "already");
        Assert.Matches("^(Kim|Dana) was faster: this charter is already under way.$", (string?)warning!["message"]);
    }

    private static IEnumerable<(string?, string?, Guid?)> Blockers(JsonNode refused) =>
        refused["blockers"]!.AsArray()
            .Select(line => ((string?)line!["code"], (string?)line["message"], (Guid?)line["id"]));

    private async Task<(string Charter, IReadOnlyList<Guid?> Items)> WithChecklist(params string[] items)
    {
        var charter = await CrewedCharter();
        var list = await Queen.Dana.Api
            .Post($"{charter}/checklists", new { template_id = await Queen.Template("Before departure", items) })
            .Json(201);
        return (charter, [.. list["items"]!.AsArray().Select(item => (Guid?)item!["id"])]);
    }
}
