using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>
/// A stream ends with the right to read it. Each test starts its own app, because it moves the clock far ahead.
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
    public async Task An_event_id_older_than_seven_days_gets_a_reset()
    {
        fixture.Ship.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        await using var stream = await EventStreamReader.Begin(Queen.Alex.Browser, $"{charter}/stream", $"{created}");

        Assert.Equal($"reset {created}", await stream.Hear());
    }

    [Fact]
    public async Task The_stream_of_a_suspended_member_ends_within_30_seconds()
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
    public async Task The_stream_of_an_ended_session_ends_within_30_seconds()
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
    public async Task A_stream_ends_when_its_token_expires()
    {
        await using var stream = await EventStreamReader.Begin(Queen.Alex.Api, $"{charter}/stream");
        await stream.Hear();
        fixture.Ship.Clock.Advance(TimeSpan.FromHours(8));

        Assert.Equal("end", await stream.Hear());
    }

    [Fact]
    public async Task Only_the_office_receives_the_stream_of_a_draft()
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
