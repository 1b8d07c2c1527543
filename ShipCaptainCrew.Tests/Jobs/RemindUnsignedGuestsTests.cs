using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>
/// Guests who have not signed are asked 72, 24 and 3 hours before call time, which is 16:30 on July 4 in San Diego.
/// </summary>
public sealed partial class RemindUnsignedGuestsTests : IAsyncLifetime
{
    /// <summary>72 hours before the call time of a charter on July 5 at 13:00 in San Diego (UTC).</summary>
    private static readonly DateTimeOffset ThreeDaysBefore = new(2026, 7, 2, 19, 0, 0, TimeSpan.Zero);

    private CharterFixture day = null!;
    private (Guid Id, string Page) ben;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        ben = await day.Cast.Guest(day.CharterId, "Ben Cole", "ben@guests.example");
        await day.Cast.Guest(day.CharterId, "No Address");
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task A_guest_added_just_now_is_not_asked_again_until_24_and_3_hours_before()
    {
        Assert.Null(await RunAt(1, 16, 30));
        Assert.Null(await RunAt(2, 16, 30));
        Assert.Null(await RunAt(3, 16, 29));
        Assert.Equal("Guests asked to sign: 1", await RunAt(3, 16, 30));
        Assert.Null(await RunAt(3, 16, 31));
        Assert.Null(await RunAt(4, 13, 29));
        Assert.Equal("Guests asked to sign: 1", await RunAt(4, 13, 31));
        Assert.Equal(3, await Asked());
    }

    [Fact]
    public async Task A_mailbox_that_several_guests_have_is_reminded_ten_times_a_day()
    {
        for (var i = 0; i < 11; i++) await day.Cast.Guest(day.CharterId, $"Child {i}", "ben@guests.example");

        Assert.Equal("Guests asked to sign: 10", await RunAt(3, 16, 30));
    }

    [Fact]
    public async Task A_reminder_that_the_limit_stops_is_sent_later_while_it_is_due()
    {
        day.Ship.Clock.SetUtcNow(new(2026, 7, 3, 0, 0, 0, TimeSpan.Zero));
        await day.Ship.Change(day.Cast.OperatorId, (db, actor) =>
        {
            db.AddRange(Enumerable.Range(0, 10).Select(i => new Guest(day.Cast.OperatorId, day.CharterId,
                new() { Name = $"Child {i}", Email = "ben@guests.example" }, GuestSource.Office, actor)));
            return Task.FromResult(true);
        });

        Assert.Null(await RunAt(3, 16, 30));
        Assert.Equal("Guests asked to sign: 10", await RunAt(3, 17, 1));
        Assert.Equal(2, await Asked());
    }

    [Fact]
    public async Task A_guest_who_signs_is_not_asked_again()
    {
        await RunAt(3, 16, 30);
        using var phone = day.Ship.Phone();
        await phone.Sign(ben.Page, "Ben Cole");

        Assert.Null(await RunAt(4, 13, 30));
    }

    [Fact]
    public async Task A_reminder_missed_by_12_hours_is_not_sent_and_guests_of_a_cancelled_charter_get_none()
    {
        Assert.Null(await RunAt(4, 4, 31));
        await day.Ship.Change(day.Cast.OperatorId,
            async (db, actor) =>
                (await db.Charters.FindAsync(day.Cast.OperatorId, day.CharterId))!.Cancel("Gale", actor));
        Assert.Null(await RunAt(4, 13, 30));
    }

    [Fact]
    public async Task The_charters_own_hours_apply_and_nobody_is_emailed_at_night()
    {
        await day.Ship.Change(day.Cast.OperatorId, async (db, _) =>
        {
            (await db.Charters.FindAsync(day.Cast.OperatorId, day.CharterId))!.RemindAt([40]);
            return true;
        });

        Assert.Null(await RunAt(2, 20, 44));
        Assert.Equal("Guests asked to sign: 1", await RunAt(2, 20, 45));
        Assert.Null(await RunAt(3, 16, 30));
    }

    [Fact]
    public async Task Concurrent_schedulers_ask_each_guest_once()
    {
        await Task.WhenAll(RunAt(3, 16, 30), RunAt(3, 16, 30), RunAt(3, 16, 30));

        Assert.Equal(2, await Asked());
    }

    /// <summary>Runs the job on a day of July at a local time in San Diego.</summary>
    private Task<string?> RunAt(int dayOfJuly, int hour, int minute)
    {
        var now = new DateTimeOffset(2026, 7, dayOfJuly, hour, minute, 0, TimeSpan.FromHours(-7)).ToUniversalTime();
        if (now > day.Ship.Clock.GetUtcNow()) day.Ship.Clock.SetUtcNow(now);
        return day.Ship.In(services =>
        {
            services.GetRequiredService<AppDbContext>().UseOperator(day.Cast.OperatorId);
            return services.GetRequiredService<RemindUnsignedGuests>()
                .Run(new(day.Cast.OperatorId, now, now), TestContext.Current.CancellationToken);
        });
    }

    private async Task<int> Asked() =>
        (await day.Cast.Outbox()).Count(email => email.Kind == WaiverRequestEmail.Kind && email.SubjectId == ben.Id);
}
