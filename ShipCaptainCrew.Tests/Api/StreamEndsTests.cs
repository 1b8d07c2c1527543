using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>A stream goes on no longer than the right to watch. Each test turns the clock far, so each has a ship of its own.</summary>
public sealed class StreamEndsTests : IAsyncLifetime
{
    private readonly Pier pier = new();
    private string charter = "";
    private long created;

    private Cast Queen => pier.Queen;

    public async ValueTask InitializeAsync()
    {
        await pier.InitializeAsync();
        var made = await pier.Charter();
        (charter, created) = ($"/api/events/{made["id"]}", (long)made["revision"]!);
    }

    public ValueTask DisposeAsync() => pier.DisposeAsync();

    [Fact]
    public async Task An_id_of_eight_days_ago_is_too_old()
    {
        pier.Ship.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));

        await using var watch = await Watch.Begin(Queen.Alex.Browser, $"{charter}/stream", $"{created}");

        Assert.Equal($"reset {created}", await watch.Hear());
    }

    [Fact]
    public async Task Half_a_minute_after_a_member_is_suspended_their_stream_has_ended()
    {
        await using var alex = await Watch.Begin(Queen.Alex.Api, $"{charter}/stream");
        await using var max = await Watch.Begin(Queen.Max.Browser, $"/{Queen.Slug}/stream");
        Assert.StartsWith("hello", await alex.Hear(), StringComparison.Ordinal);
        Assert.StartsWith("hello", await max.Hear(), StringComparison.Ordinal);
        await Queen.Olive.Api.Put($"/api/members/{Queen.Alex.MemberId}", new { status = "suspended" }).Json();
        Assert.Equal("change member.changed", await max.Hear());

        Assert.Equal("end", await alex.Hear(pier.Ship.Clock, 30));
        Assert.Equal("heartbeat", await max.Hear(pier.Ship.Clock, 16));
    }

    [Fact]
    public async Task Half_a_minute_after_a_sign_in_is_ended_from_elsewhere_its_stream_has_ended()
    {
        await using var elsewhere = await Watch.Begin(await Queen.Alex.SignInAgain(pier.Ship, Queen.OperatorId), $"{charter}/stream");
        await using var here = await Watch.Begin(Queen.Alex.Browser, $"/{Queen.Slug}/stream");
        await elsewhere.Hear();
        await here.Hear();

        await Queen.Alex.Browser.PostForm($"/{Queen.Slug}/me", "?handler=EndElsewhere");

        Assert.Equal("end", await elsewhere.Hear(pier.Ship.Clock, 30));
        Assert.Equal("heartbeat", await here.Hear(pier.Ship.Clock, 16));
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_that_opened_it()
    {
        await using var watch = await Watch.Begin(Queen.Alex.Api, $"{charter}/stream");
        await watch.Hear();
        pier.Ship.Clock.Advance(TimeSpan.FromHours(8));

        Assert.Equal("end", await watch.Hear());
    }

    [Fact]
    public async Task Of_a_charter_that_is_a_draft_only_the_office_hears()
    {
        var draft = $"/api/events/{(await pier.Charter(new() { ["publish"] = false }))["id"]}";
        await using var office = await Watch.Begin(Queen.Dana.Api, $"{draft}/stream");
        await office.Hear();
        await Queen.Kim.Api.Get($"{draft}/stream").Json(404);

        await Queen.Dana.Api.DeleteAsync(draft).Json(204);
        Assert.Equal("change charter.discarded", await office.Hear());

        Assert.Equal("end", await office.Hear(pier.Ship.Clock, 30));
    }
}
