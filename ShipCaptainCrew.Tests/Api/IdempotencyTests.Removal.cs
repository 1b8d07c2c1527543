using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class IdempotencyTests
{
    [Fact]
    public async Task A_repeated_removal_succeeds_and_an_edit_of_a_removed_charter_gets_404()
    {
        var address = $"/api/events/{(await fixture.Charter(new() { ["publish"] = false }))["id"]}";
        await Send(Queen.Dana, "k4", HttpMethod.Put, address, new { title = "Party" }).Json();

        await Send(Queen.Dana, "k4", HttpMethod.Delete, address).Json(204);
        await Send(Queen.Dana, "k4", HttpMethod.Delete, address).Json(204);

        await Send(Queen.Dana, "k4", HttpMethod.Put, address, new { title = "Party" }).Json(404);
        await Send(Queen.Dana, "another", HttpMethod.Delete, address).Json(404);
    }

    [Fact]
    public async Task Twenty_simultaneous_requests_with_one_key_create_one_charter()
    {
        var body = new { vessel_id = fixture.Aurora, event_date = "2026-07-09", captain_id = Queen.Kim.MemberId };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20)
                .Select(_ => Send(Queen.Dana, "k8", HttpMethod.Post, "/api/events", body).Json(201)));

        Assert.Single(answers.Select(answer => answer.Id()).Distinct());
    }
}
