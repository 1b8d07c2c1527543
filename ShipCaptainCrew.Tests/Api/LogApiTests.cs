using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class LogApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task The_log_lists_who_did_what_newest_first_without_personal_data_of_guests()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        await Queen.Sam.Api.Post($"{address}/roles/deckhand/claim").Json();
        await Queen.Dana.Api
            .Put(
                address, new { notes = "Cake for Ben", contact = new { name = "Ben Cole", email = "ben@example.com" } })
            .Json();

        var log = await Queen.Kim.Api.Get($"{address}/log").Json();

        var lines = log["items"]!.AsArray();
        Assert.Equal(
            ["charter.changed Dana", "role.claimed Sam", "charter.published Dana", "role.claimed Dana",
                "charter.created Dana"],
            lines.Select(line => $"{line!["kind"]} {line["by"]!["name"]}"));
        Assert.Equal(["seq", "at", "kind", "by", "subject_id", "facts", "by_link", "from"],
            lines[0]!.AsObject().Select(field => field.Key));
        Assert.Equal(["contact", "notes"], lines[0]!["facts"]!["fields"]!.AsArray().Select(field => (string?)field));
        Assert.Equal((long)(await Queen.Kim.Api.Get(address).Json())["revision"]!, (long)lines[0]!["seq"]!);
        foreach (var secret in new[] { "Ben", "Cake", "example.com" })
            Assert.DoesNotContain(secret, log.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_paged()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        var (seqs, cursor) = (new List<long>(), "");
        do
        {
            var page = await Queen.Olive.Api.Get($"{address}/log?limit=2&cursor={cursor}").Json();
            seqs.AddRange(page["items"]!.AsArray().Select(line => (long)line!["seq"]!));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);

        Assert.Equal(3, seqs.Count);
        Assert.Equal(seqs.OrderDescending(), seqs);
    }

    [Fact]
    public async Task The_log_is_for_the_captain_and_the_office()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        await Queen.Max.Api.Post($"{address}/roles/first_mate/claim").Json();

        foreach (var user in new[] { Queen.Max, Queen.Alex })
            await user.Api.Get($"{address}/log?limit=nonsense").Json(403);
        foreach (var user in new[] { Queen.Olive, Queen.Dana, Queen.Kim })
            Assert.NotNull((await user.Api.Get($"{address}/log?cursor=bm9uZQ").Json(422)).ErrorAt("cursor"));
        await fixture.Robin.Api.Get($"{address}/log").Json(404);
    }
}
