using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>Tests that nobody can use a suspended operator, and that all its data stays.</summary>
public sealed partial class SuspendedOperatorTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture fixture = null!;

    private AppFixture App => fixture.Ship;

    private Cast Queen => fixture.Cast;

    public async ValueTask InitializeAsync() => fixture = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Members_are_refused_from_the_next_request_on_and_readmitted_when_it_is_resumed()
    {
        await Queen.Suspend();
        foreach (var user in Queen.All)
        {
            Assert.Equal(404, (int)(await user.Browser.GetAsync($"/{Queen.Slug}", stop)).StatusCode);
            Assert.Equal(404, (int)(await user.Browser.GetAsync(fixture.Charter, stop)).StatusCode);
            await user.Api.Get(fixture.Api).Json(401);
            await user.Browser.Get(fixture.Api).Json(401);
        }

        await Queen.Resume();
        Assert.Equal(200, (int)(await Queen.Sam.Browser.GetAsync(fixture.Charter, stop)).StatusCode);
        await Queen.Kim.Api.Get(fixture.Api).Json();
    }

    [Fact]
    public async Task A_member_of_another_operator_is_redirected_there_and_others_are_told_why()
    {
        var strangers = await App.Cast("strangers");
        await strangers.Join(Queen.Kim);
        await Queen.Suspend();

        Assert.Equal("/strangers", (await Queen.Kim.Browser.GetAsync("/", stop)).Headers.Location?.OriginalString);
        var start = await Queen.Sam.Browser.Page("/");
        Assert.Contains("no operator is open to you now",
            start.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(start.QuerySelector("form[action='/sign-out'] button"));
        Assert.Null(start.QuerySelector("main a[href='/sign-in']"));
    }

    private Task<string> Link(LinkKind kind, Guid? memberId = null) => App.In(services =>
        services.GetRequiredService<SignedLinks>()
            .Issue(kind, Queen.OperatorId, fixture.CharterId, memberId, App.Clock.GetUtcNow().AddDays(2)));
}
