using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed partial class MovePageTests
{
    [Fact]
    public async Task A_refused_time_keeps_its_input()
    {
        await MakeReadyToDepart();

        var refused = await Kim.PostForm($"{day.Charter}/depart", ("at", "23:59"));

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Equal(("23:59", "That is in the future."),
            (page.GetElementById("at")!.GetAttribute("value"), page.GetElementById("at-e")!.TextContent));
    }

    [Fact]
    public async Task An_automatic_departure_is_confirmed_with_one_post()
    {
        await MakeReadyToDepart();
        await DepartAutomatically();

        var page = await Kim.Page(day.Charter);
        Assert.Contains("Lines off as scheduled at 5:30 PM; nobody has confirmed it.", Move(page).TextContent,
            StringComparison.Ordinal);
        var confirmation = Move(page)
            .QuerySelector($"form[action='{day.Charter}/times'] [name=actual_departure]")!
            .GetAttribute("value")!;
        var confirmed = await Kim.PostForm(day.Charter, "/times", ("actual_departure", confirmation));

        Assert.Equal(303, (int)confirmed.StatusCode);
        Assert.Contains("Lines off at 5:30 PM", Move(await Kim.Page(day.Charter)).TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correcting_a_time_needs_a_reason_and_an_unchanged_time_keeps_its_seconds()
    {
        await MakeReadyToDepart();
        day.Ship.Clock.SetUtcNow(new(2026, 7, 5, 0, 31, 25, TimeSpan.Zero));
        await Tap("depart");

        Assert.Equal(303,
            (int)(await Kim.PostForm(
                $"{day.Charter}/times", ("actual_departure", "17:31"), ("reason", ""))).StatusCode);
        var refused = await Kim.PostForm($"{day.Charter}/times", ("actual_departure", "17:25"), ("reason", ""));
        Assert.Equal((422, "Give a reason for changing the time."),
            ((int)refused.StatusCode, (await refused.Html()).GetElementById("reason-e")!.TextContent));
        await Kim.PostForm($"{day.Charter}/times", ("actual_departure", "17:25"), ("reason", "By the mate's watch"));

        var log = (await Kim.Page($"{day.Charter}/log")).QuerySelector(".log li")!.TextContent;
        Assert.Contains(
            "Lines off corrected from 5:31 PM to 5:25 PM. Reason: By the mate's watch", log, StringComparison.Ordinal);
    }

    private Task<bool> DepartAutomatically()
    {
        day.Ship.Clock.SetUtcNow(new(2026, 7, 5, 0, 30, 0, TimeSpan.Zero));
        return day.Ship.Change(Queen.OperatorId, async (db, actor) =>
        {
            var charter = await db.Charters.FirstAsync(row => row.Id == day.CharterId);
            db.Entry(charter).Property(row => row.AutomaticTransitions).CurrentValue = true;
            return charter.FollowClock(actor.At, isGateOpen: true);
        });
    }
}
