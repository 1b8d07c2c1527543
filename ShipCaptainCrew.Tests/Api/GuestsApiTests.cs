using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Guests of a charter.</summary>
public sealed partial class GuestsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_guest_is_added_with_a_link_then_listed_changed_and_removed()
    {
        var charter = await Charter();
        var answer = await Queen.Dana.Api.Post($"{charter}/guests",
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

    [Theory]
    [InlineData("""{ "name": "" }""", "name")]
    [InlineData("""{ "name": "Ben", "email": "no" }""", "email")]
    [InlineData("""{ "name": "Ben", "minor": "perhaps" }""", "minor")]
    public async Task Invalid_guest_fields_are_refused(string body, string field) =>
        Assert.NotNull(
            (await Queen.Dana.Api.Post($"{await Charter()}/guests", JsonNode.Parse(body)).Json(422)).ErrorAt(field));

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
