using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Jobs.Duties;
using ShipCaptainCrew.Mail.Letters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs.Duties;

/// <summary>Unsigned guests are asked 72, 24 and 3 hours before call time (16:30 on the fourth of July, in San Diego), and no more once they have signed.</summary>
public sealed class ChaseWaiversTests : IAsyncLifetime
{
    private Day day = null!;
    private (Guid Id, string Page) ben;

    public async ValueTask InitializeAsync()
    {
        day = await Day.Begin();
        await day.Cast.Waiver();
        ben = await day.Cast.Guest(day.CharterId, "Ben Cole", "ben@guests.example");
        await day.Cast.Guest(day.CharterId, "No Address");
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task Whoever_was_added_just_now_is_left_in_peace_and_asked_a_day_before_and_on_the_day()
    {
        Assert.Null(await At(1, 16, 30));
        Assert.Null(await At(2, 16, 30));
        Assert.Null(await At(3, 16, 29));
        Assert.Equal("1 guest asked to sign", await At(3, 16, 30));
        Assert.Null(await At(3, 16, 31));
        Assert.Null(await At(4, 13, 29));
        Assert.Equal("1 guest asked to sign", await At(4, 13, 31));
        Assert.Equal(3, await Asked());
    }

    [Fact]
    public async Task Whoever_signs_is_not_asked_again()
    {
        await At(3, 16, 30);
        using var phone = day.Ship.Phone();
        await phone.Sign(ben.Page, "Ben Cole");

        Assert.Null(await At(4, 13, 30));
    }

    [Fact]
    public async Task After_half_a_day_of_silence_it_is_too_late_and_a_cancelled_charter_chases_nobody()
    {
        Assert.Null(await At(4, 4, 31));
        await day.Ship.Change(day.Cast.OperatorId, async (db, by) => (await db.Charters.FindAsync(day.Cast.OperatorId, day.CharterId))!.Cancel("Gale", by));
        Assert.Null(await At(4, 13, 30));
    }

    [Fact]
    public async Task The_charters_own_hours_win_and_nobody_is_mailed_at_night()
    {
        await day.Ship.Change(day.Cast.OperatorId, async (db, _) =>
        {
            (await db.Charters.FindAsync(day.Cast.OperatorId, day.CharterId))!.RemindAt([40]);
            return true;
        });

        Assert.Null(await At(2, 20, 44));
        Assert.Equal("1 guest asked to sign", await At(2, 20, 45));
        Assert.Null(await At(3, 16, 30));
    }

    [Fact]
    public async Task Two_schedulers_at_once_ask_once()
    {
        await Task.WhenAll(At(3, 16, 30), At(3, 16, 30), At(3, 16, 30));

        Assert.Equal(2, await Asked());
    }

    /// <summary>Does the duty on a day of July at a time in San Diego.</summary>
    private Task<string?> At(int dayOfJuly, int hour, int minute)
    {
        var now = new DateTimeOffset(2026, 7, dayOfJuly, hour, minute, 0, TimeSpan.FromHours(-7)).ToUniversalTime();
        if (now > day.Ship.Clock.GetUtcNow()) day.Ship.Clock.SetUtcNow(now);
        return day.Ship.In(services =>
        {
            services.GetRequiredService<ShipDb>().Enter(day.Cast.OperatorId);
            return services.GetRequiredService<ChaseWaivers>().Do(new(day.Cast.OperatorId, now, now), TestContext.Current.CancellationToken);
        });
    }

    private async Task<int> Asked() => (await day.Cast.Outbox()).Count(letter => letter.Kind == WaiverAskLetter.Kind && letter.SubjectId == ben.Id);
}
