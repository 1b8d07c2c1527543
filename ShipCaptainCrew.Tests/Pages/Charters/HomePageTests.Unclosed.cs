using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>Charters of last week that are not closed.</summary>
public sealed partial class HomePageTests
{
    private static readonly DateTimeOffset SundayEvening = new(2026, 7, 6, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_under_way_or_not_closed_stays_in_the_week_after_midnight_on_Sunday()
    {
        var mistral = await Cast.Vessel("Mistral");
        var night = await Sunday(Aurora, "Night sail");
        var tour = await Sunday(mistral, "Sunset tour");
        await Sunday(await Cast.Vessel("Borealis"), "Never left");
        Ship.Clock.SetUtcNow(SundayEvening);
        await Depart(night);
        await Depart(tour);
        await Change(tour, charter => charter.MarkReturned(null, new(null, SundayEvening.AddHours(2))));
        Ship.Clock.SetUtcNow(SundayEvening.AddHours(3.5));

        Assert.Equal(["Night sail, Aurora", "Sunset tour, Mistral"], (await Rows($"{Home}/week")).Order());
        Assert.Empty(await Rows($"{Home}/week?week=2026-07-20"));
        await Change(tour, charter => charter.Close(new(null, SundayEvening.AddHours(3.5))));
        Assert.Equal(["Night sail, Aurora"], await Rows($"{Home}/week"));
    }

    private async Task<Guid> Sunday(Guid vessel, string title) => (await Cast.Plan(vessel, new()
    {
        ["event_date"] = "2026-07-05", ["departure_time"] = "21:00", ["return_time"] = "23:00", ["title"] = title,
    }).Json(201)).Id();

    private Task<Guid> Depart(Guid id) => Change(id, charter =>
        charter.Board(new(null, SundayEvening)) ?? charter.Depart(null, [], null, new(null, SundayEvening)));

    private Task<Guid> Change(Guid id, Func<Charter, ShipCaptainCrew.Domain.Refusal?> change) =>
        Ship.Change(Cast.OperatorId, async (db, _) =>
        {
            Assert.Null(change(await db.Charters.FirstAsync(row => row.Id == id)));
            return id;
        });
}
