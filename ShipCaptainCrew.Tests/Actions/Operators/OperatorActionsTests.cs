using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions.Operators;

/// <summary>What whoever runs the server may do to a whole operator, and when they are asked to wait.</summary>
public sealed class OperatorActionsTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task While_a_boat_is_out_an_operator_is_suspended_only_by_somebody_who_says_that_they_know()
    {
        await day.Sail();

        var refusal = (await day.Cast.AskToSuspend()).Refusal;
        Assert.Equal(
            ("under_way",
                "The charter Sunset sail of 2026-07-01 is under way, and nobody aboard could say all fast. Wait until she is back, or add --even-under-way."),
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
    public async Task Boarding_holds_it_up_from_its_time_until_she_would_be_back_whether_or_not_anybody_wrote_it_down(
        string now, bool goes)
    {
        day.Ship.Clock.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(goes, (await day.Cast.AskToSuspend()).Refusal is null);
    }

    [Fact]
    public async Task Done_again_it_is_done_once_and_the_operators_own_log_tells_it()
    {
        var other = await day.Ship.Cast("strangers");
        await day.Sail();
        await day.Cast.Suspend(evenUnderWay: true);
        await day.Cast.Suspend();
        await day.Cast.Resume();
        await day.Cast.Resume();

        Assert.Equal(["operator.suspended", "operator.resumed"], await Told(day.Cast));
        Assert.Empty(await Told(other));
        Assert.Contains("Suspended the operator, by a command on the server",
            (await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}/log")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_there_are_are_listed_with_how_many_they_are_and_one_there_is_not_is_told_by_name()
    {
        await day.Ship.Cast("strangers");
        await day.Cast.Suspend();

        var all = await Ask(operators => operators.All(TestContext.Current.CancellationToken));
        Assert.Equal([("queen-of-san-diego", (DateTimeOffset?)AppFixture.Morning, 7), ("strangers", null, 7)],
            all.Select(line => (line.Slug, line.SuspendedAt, line.Members)));
        foreach (var no in new[] { await Ask(operators => operators.Suspend("atlantis", true, default)),
            await Ask(operators => operators.Resume("atlantis", default)) })
            Assert.Equal(
                (RefusalKind.NotFound,
                    "There is no operator atlantis. The command operator list names those there are."),
                (no.Refusal!.Kind, $"{no.Refusal.Message}"));
    }

    private Task<T> Ask<T>(Func<OperatorActions, Task<T>> act) =>
        day.Ship.In(services => act(services.GetRequiredService<OperatorActions>()));

    private static Task<List<string>> Told(Cast cast) =>
        cast.Look(
            db => db.Log.Where(entry => entry.Kind.StartsWith("operator.")).OrderBy(entry => entry.Seq)
                .Select(entry => entry.Kind).ToListAsync());
}
