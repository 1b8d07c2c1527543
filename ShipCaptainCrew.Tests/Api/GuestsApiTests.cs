using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Guests of a charter.</summary>
public sealed class GuestsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_guest_is_added_with_a_link_then_listed_changed_and_removed()
    {
        var charter = await Charter();
        var answer =
            await Queen.Dana.Api.Post($"{charter}/guests",
                new { name = "Ben Cole", email = "ben@example.com", phone = "+1 619 555 0101", minor = false,
                    needs = "Nuts" });
        var ben = await Task.FromResult(answer).Json(201);
        Assert.Equal($"{charter}/guests/{ben.Id()}", answer.Headers.Location!.OriginalString);
        Assert.StartsWith("https://ship.test/waivers/", (string?)ben["waiver_url"], StringComparison.Ordinal);

        var list = await Queen.Dana.Api.Get($"{charter}/guests").Json();

        Assert.Equal(("Kim", "captain", "not_required"), Crew(list));
        var listed = Assert.Single(list["guests"]!.AsArray())!;
        Assert.Equal(("Ben Cole", "ben@example.com", "Nuts"),
            ((string?)listed["name"], (string?)listed["email"], (string?)listed["needs"]));
        Assert.Null(listed["boarded_at"]);

        var changed = await Queen.Dana.Api
            .Put($"{charter}/guests/{ben.Id()}", new { name = "Benjamin Cole", email = (string?)null })
            .Json();
        Assert.Equal(("Benjamin Cole", null, "+1 619 555 0101"),
            ((string?)changed["name"], (string?)changed["email"], (string?)changed["phone"]));
        var link = (string?)(await Queen.Dana.Api.Post($"{charter}/guests/{ben.Id()}/link").Json(201))["waiver_url"];
        Assert.NotEqual((string?)ben["waiver_url"], link);
        Assert.Equal(204,
            (int)(await Queen.Dana.Api.DeleteAsync(
                $"{charter}/guests/{ben.Id()}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty((await Queen.Dana.Api.Get($"{charter}/guests").Json())["guests"]!.AsArray());
    }

    [Fact]
    public async Task The_waiver_status_follows_signing_and_a_signed_waiver_outlives_its_guest()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole");
        Assert.Equal("not_required", (string?)ben["waiver"]!["status"]);
        await day.Cast.Waiver();
        Assert.Equal("unsigned", (string?)(await One())["waiver"]!["status"]);

        var waiver = await day.Ship.Sign((string)ben["waiver_url"]!, "Ben Cole");

        var signed = (await One())["waiver"]!;
        Assert.Equal(("signed", waiver), ((string?)signed["status"], (Guid?)signed["waiver_id"]));
        Assert.Equal("2026-07-01T16:00:00Z", (string?)signed["signed_at"]);
        Assert.Equal((1, 1, 0), Counts(await day.Cast.Dana.Api.Get(day.Api).Json()));
        await day.Cast.Dana.Api.DeleteAsync($"{day.Api}/guests/{ben.Id()}", TestContext.Current.CancellationToken);
        Assert.Equal(
            "Ben Cole", (string?)(await day.Cast.Kim.Api.Get($"{day.Api}/waivers/{waiver}").Json())["signer_name"]);

        async Task<JsonNode> One() =>
            (await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json())["guests"]!.AsArray().Single()!;
    }

    [Fact]
    public async Task A_guest_over_capacity_is_refused_and_of_two_added_at_once_only_one_gets_the_last_place()
    {
        var charter = await Charter(await Queen.Vessel("Small", turnaround: 0));
        for (var number = 1; number < 12; number++) await Queen.Dana.Api.Guest(charter, $"Guest {number}");

        var two = await Task.WhenAll(
            Queen.Dana.Api.Post($"{charter}/guests", new { name = "Quick" }),
            Queen.Kim.Api.Post($"{charter}/guests", new { name = "Quicker" }));

        Assert.Equal([201, 409], two.Select(answer => (int)answer.StatusCode).Order());
        var problem = await Queen.Dana.Api.Post($"{charter}/guests", new { name = "One more" }).Json(409);
        Assert.Equal(("over_capacity", 12), ((string?)problem["code"], (int?)problem["capacity"]));
        Assert.Equal(12, (await Queen.Dana.Api.Get($"{charter}/guests").Json())["guests"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_no_show_frees_capacity_and_is_marked_boarded_only_while_there_is_capacity()
    {
        var charter = await Charter(await Queen.Vessel("Full", turnaround: 0));
        var first = await Queen.Dana.Api.Guest(charter, "First");
        for (var number = 2; number <= 12; number++) await Queen.Dana.Api.Guest(charter, $"Guest {number}");
        Assert.NotNull((await Mark("no_show").Json())["no_show_at"]);
        await Queen.Dana.Api.Guest(charter, "Standby");

        Assert.Equal("over_capacity", (string?)(await Mark("boarded").Json(409))["code"]);

        Task<HttpResponseMessage> Mark(string where) =>
            Queen.Kim.Api.Post($"{charter}/guests/{first.Id()}/mark", new { where });
    }

    [Fact]
    public async Task Guests_are_managed_by_the_captain_and_marked_by_the_crew()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole", new { email = "ben@example.com", needs = "Nuts" });
        var (cast, guest) = (day.Cast, $"{day.Api}/guests/{ben.Id()}");

        await cast.Alex.Api.Get($"{day.Api}/guests").Json(403);
        await cast.Alex.Api.Post($"{guest}/mark", new { where = "boarded" }).Json(403);
        await cast.Sam.Api.Post($"{day.Api}/guests", new { name = "Mia" }).Json(403);
        await cast.Sam.Api.Put(guest, new { name = "Mia" }).Json(403);
        await cast.Sam.Api.Post($"{guest}/link").Json(403);
        await cast.Sam.Api.Post($"{day.Api}/send-ashore").Json(403);
        var seen = (await cast.Sam.Api.Get($"{day.Api}/guests").Json())["guests"]![0]!;
        Assert.Equal(
            ("Ben Cole", null, "Nuts"), ((string?)seen["name"], (string?)seen["email"], (string?)seen["needs"]));
        var boarded = await cast.Sam.Api.Post($"{guest}/mark", new { where = "boarded" }).Json();
        Assert.Null(boarded["email"]);
        Assert.NotNull(boarded["boarded_at"]);
        Assert.Equal(
            "aboard", (string?)(await cast.Kim.Api.SendAsync(new(HttpMethod.Delete, guest)).Json(409))["code"]);
    }

    [Fact]
    public async Task Needs_are_shown_until_the_charter_is_over()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole", new { needs = "Nuts" });
        var answer = await day.Cast.Dana.Api.Get($"{day.Api}/guests");
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();

        Assert.Null((await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json())["guests"]![0]!["needs"]);
        Assert.Equal("charter_closed",
            (string?)(await day.Cast.Dana.Api.Post($"{day.Api}/guests", new { name = "Mia" }).Json(409))["code"]);
    }

    [Fact]
    public async Task A_guest_of_another_charter_or_operator_is_not_found()
    {
        var (one, other) = (await Charter(), await Charter());
        var ben = await Queen.Dana.Api.Guest(one, "Ben Cole");

        foreach (var verb in new[] { "link", "mark", "place" })
            await Queen.Dana.Api.Post($"{other}/guests/{ben.Id()}/{verb}", new { where = "boarded" }).Json(404);
        await Queen.Dana.Api.Put($"{other}/guests/{ben.Id()}", new { name = "Mia" }).Json(404);
        await fixture.Robin.Api.Put($"{one}/guests/{ben.Id()}", new { name = "Mia" }).Json(404);
        await fixture.Robin.Api.Get($"{one}/guests").Json(404);
    }

    [Theory]
    [InlineData("""{ "name": "" }""", "name")]
    [InlineData("""{ "name": "Ben", "email": "no" }""", "email")]
    [InlineData("""{ "name": "Ben", "minor": "perhaps" }""", "minor")]
    public async Task Invalid_guest_fields_are_refused(string body, string field) =>
        Assert.NotNull(
            (await Queen.Dana.Api.Post($"{await Charter()}/guests", JsonNode.Parse(body)).Json(422)).ErrorAt(field));

    [Fact]
    public async Task Departure_needs_two_head_counts_the_orientation_and_the_manifest_sent_ashore()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, mia) = (await day.Guest("Ben Cole"), await day.Guest("Mia Cole"));
        await day.Mark(ben, "boarded");
        await day.Cast.Kim.Api.Post($"{day.Api}/head-counts", new { which = "departure", guests = 2 }).Json();
        Assert.Equal(["count_not_sent_ashore", "head_count_mismatch", "head_count_missing", "orientation_missing"],
            await Blockers(day));

        await day.Mark(mia, "boarded");
        await day.Cast.Sam.Api.Post($"{day.Api}/head-counts", new { which = "departure", guests = 2 }).Json();
        await day.Cast.Sam.Api
            .Post($"{day.Api}/orientation", new { topics = new[] { "Life jackets", "Man overboard" } })
            .Json();
        await day.Cast.Kim.Api.Post($"{day.Api}/send-ashore").Json();

        Assert.Empty(await Blockers(day));
    }

    [Fact]
    public async Task Return_counts_are_taken_after_departure_and_closing_warns_about_a_mismatch()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, mia) = (await day.Guest("Ben Cole"), await day.Guest("Mia Cole"));
        await day.Mark(ben, "boarded");
        await day.Mark(mia, "boarded");
        var (kim, sam) = (day.Cast.Kim.Api, day.Cast.Sam.Api);
        Assert.Equal("wrong_state",
            (string?)(await kim.Post($"{day.Api}/head-counts", new { which = "return", guests = 2 })
                .Json(409))["code"]);
        await day.Cast.Max.Api.Post($"{day.Api}/roles/first_mate/claim").Json();
        await day.Cast.Alex.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        await kim.Post($"{day.Api}/board").Json();
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(5));
        await kim.Post($"{day.Api}/depart", new { override_reason = "Test" }).Json();
        day.Ship.Clock.Advance(TimeSpan.FromHours(2));
        await kim.Post($"{day.Api}/return").Json();
        await kim.Post($"{day.Api}/head-counts", new { which = "return", guests = 2 }).Json();
        await sam.Post($"{day.Api}/head-counts", new { which = "return", guests = 1 }).Json();

        var closed = await kim.Post($"{day.Api}/close").Json();

        Assert.Contains(
            "head_count_mismatch", closed["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]));
        Assert.Equal("charter_closed",
            (string?)(await sam.Post($"{day.Api}/head-counts", new { which = "return", guests = 2 })
                .Json(409))["code"]);
    }

    [Theory]
    [InlineData("head-counts", """{ "which": "departure" }""", "guests")]
    [InlineData("head-counts", """{ "which": "sideways", "guests": 1 }""", "which")]
    [InlineData("head-counts", """{ "which": "departure", "guests": -1 }""", "guests")]
    [InlineData("orientation", "{ }", "topics")]
    [InlineData("incident", "{ }", "what")]
    public async Task Incomplete_muster_entries_are_refused(string verb, string body, string field) =>
        Assert.NotNull(
            (await Queen.Kim.Api.Post($"{await Charter()}/{verb}", JsonNode.Parse(body)).Json(422)).ErrorAt(field));

    private static async Task<IEnumerable<string>> Blockers(CharterFixture day)
    {
        await day.Cast.Kim.Api.Post($"{day.Api}/board");
        var answer = await day.Cast.Kim.Api.Post($"{day.Api}/depart").Json(409);
        return answer["blockers"]!.AsArray().Select(line => (string)line!["code"]!)
            .Where(code => code is not ("item_open" or "manning_short")).Order();
    }

    private async Task<string> Charter(Guid? vessel = null) =>
        $"/api/events/{(vessel is { } id ? await Queen.Plan(id).Json(201) : await fixture.Charter())["id"]}";

    private static (string?, string?, string?) Crew(JsonNode list)
    {
        var one = Assert.Single(list["crew"]!.AsArray())!;
        return ((string?)one["member"]!["name"], (string?)one["roles"]![0], (string?)one["waiver"]!["status"]);
    }

    private static (int, int, int) Counts(JsonNode charter) =>
        ((int)charter["guests"]!["listed"]!, (int)charter["guests"]!["signed"]!, (int)charter["guests"]!["boarded"]!);
}
