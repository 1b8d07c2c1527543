using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>
/// A stream goes on no longer than the right to watch. Each test turns the clock far, so each has a ship of its own.
/// </summary>
public sealed class StreamEndsTests : IAsyncLifetime
{
    private readonly TwoOperatorsFixture fixture = new();
    private string charter = "";
    private long created;

    private Cast Queen => fixture.Queen;

    public async ValueTask InitializeAsync()
    {
        await fixture.InitializeAsync();
        var made = await fixture.Charter();
        (charter, created) = ($"/api/events/{made["id"]}", (long)made["revision"]!);
    }

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task An_id_of_eight_days_ago_is_too_old()
    {
        fixture.Ship.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        await using var stream = await EventStreamReader.Begin(Queen.Alex.Browser, $"{charter}/stream", $"{created}");

        Assert.Equal($"reset {created}", await stream.Hear());
    }

    [Fact]
    public async Task Half_a_minute_after_a_member_is_suspended_their_stream_has_ended()
    {
        await using var alex = await EventStreamReader.Begin(Queen.Alex.Api, $"{charter}/stream");
        await using var max = await EventStreamReader.Begin(Queen.Max.Browser, $"/{Queen.Slug}/stream");
        Assert.StartsWith("hello", await alex.Hear(), StringComparison.Ordinal);
        Assert.StartsWith("hello", await max.Hear(), StringComparison.Ordinal);
        await Queen.Olive.Api.Put($"/api/members/{Queen.Alex.MemberId}", new { status = "suspended" }).Json();
        Assert.Equal("change member.changed", await max.Hear());

        Assert.Equal("end", await alex.Hear(fixture.Ship.Clock, 30));
        Assert.Equal("heartbeat", await max.Hear(fixture.Ship.Clock, 16));
    }

    [Fact]
    public async Task Half_a_minute_after_a_sign_in_is_ended_from_elsewhere_its_stream_has_ended()
    {
        await using var elsewhere =
            await EventStreamReader.Begin(
                await Queen.Alex.SignInAgain(fixture.Ship, Queen.OperatorId), $"{charter}/stream");
        await using var here = await EventStreamReader.Begin(Queen.Alex.Browser, $"/{Queen.Slug}/stream");
        await elsewhere.Hear();
        await here.Hear();

        await Queen.Alex.Browser.PostForm($"/{Queen.Slug}/me", "?handler=EndElsewhere");

        Assert.Equal("end", await elsewhere.Hear(fixture.Ship.Clock, 30));
        Assert.Equal("heartbeat", await here.Hear(fixture.Ship.Clock, 16));
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_that_opened_it()
    {
        await using var stream = await EventStreamReader.Begin(Queen.Alex.Api, $"{charter}/stream");
        await stream.Hear();
        fixture.Ship.Clock.Advance(TimeSpan.FromHours(8));

        Assert.Equal("end", await stream.Hear());
    }

    [Fact]
    public async Task Of_a_charter_that_is_a_draft_only_the_office_hears()
    {
        var draft = $"/api/events/{(await fixture.Charter(new() { ["publish"] = false }))["id"]}";
        await using var office = await EventStreamReader.Begin(Queen.Dana.Api, $"{draft}/stream");
        await office.Hear();
        await Queen.Kim.Api.Get($"{draft}/stream").Json(404);

        await Queen.Dana.Api.DeleteAsync(draft).Json(204);
        Assert.Equal("change charter.discarded", await office.Hear());

        Assert.Equal("end", await office.Hear(fixture.Ship.Clock, 30));
    }
}
