using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions.Operators;

/// <summary>Suspending and resuming operators from the command line.</summary>
public sealed class OperatorActionsTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task An_operator_with_a_charter_under_way_is_suspended_only_with_the_override()
    {
        await day.Sail();

        var refusal = (await day.Cast.AskToSuspend()).Refusal;
        Assert.Equal(
            ("under_way",
                "The charter Sunset sail of 2026-07-01 is under way, and its crew could no longer report its return. "
                    + "Wait until it is back, or add --even-under-way."),
            (refusal?.Code, $"{refusal?.Message}"));
        await day.Cast.Kim.Api.Get("/api/me").Json();

        await day.Cast.Suspend(evenUnderWay: true);
        await day.Cast.Kim.Api.Get("/api/me").Json(401);
    }

    [Theory]
    [InlineData("2026-07-04T23:59:00Z", true)]
    [InlineData("2026-07-05T00:00:00Z", false)]
    [InlineData("2026-07-05T02:59:00Z", false)]
    [InlineData("2026-07-05T03:00:00Z", true)]
    public async Task Suspending_is_refused_from_the_boarding_time_to_the_planned_return_whatever_the_stored_status(
        string now, bool isAllowed)
    {
        day.Ship.Clock.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(isAllowed, (await day.Cast.AskToSuspend()).Refusal is null);
    }

    [Fact]
    public async Task Repeated_suspending_and_resuming_is_logged_once_in_the_operators_own_log()
    {
        var other = await day.Ship.Cast("strangers");
        await day.Sail();
        await day.Cast.Suspend(evenUnderWay: true);
        await day.Cast.Suspend();
        await day.Cast.Resume();
        await day.Cast.Resume();

        Assert.Equal(["operator.suspended", "operator.resumed"], await LoggedKinds(day.Cast));
        Assert.Empty(await LoggedKinds(other));
        Assert.Contains("Suspended the operator, by a command on the server",
            (await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}/log")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_operators_are_listed_with_member_counts_and_an_unknown_slug_is_refused_by_name()
    {
        await day.Ship.Cast("strangers");
        await day.Cast.Suspend();

        var all = await Run(operators => operators.All(TestContext.Current.CancellationToken));
        Assert.Equal([("queen-of-san-diego", (DateTimeOffset?)AppFixture.Morning, 7), ("strangers", null, 7)],
            all.Select(line => (line.Slug, line.SuspendedAt, line.Members)));
        var suspended = await Run(operators => operators.Suspend("atlantis", true, default));
        var resumed = await Run(operators => operators.Resume("atlantis", default));
        Assert.All([suspended, resumed], outcome => Assert.Equal(
            (RefusalKind.NotFound, "There is no operator atlantis. Run operator list to see all operators."),
            (outcome.Refusal!.Kind, $"{outcome.Refusal.Message}")));
    }

    private Task<T> Run<T>(Func<OperatorActions, Task<T>> act) =>
        day.Ship.In(services => act(services.GetRequiredService<OperatorActions>()));

    private static Task<List<string>> LoggedKinds(Cast cast) =>
        cast.Look(
            db => db.Log.Where(entry => entry.Kind.StartsWith("operator.")).OrderBy(entry => entry.Seq)
                .Select(entry => entry.Kind).ToListAsync());
}
