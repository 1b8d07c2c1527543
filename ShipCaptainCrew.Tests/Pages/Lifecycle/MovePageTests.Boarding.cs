using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed partial class MovePageTests
{
    [Fact]
    public async Task Before_boarding_the_captain_sees_when_it_opens_and_can_open_it_now()
    {
        await Queen.Dana.Api.Put(day.Api, new { event_date = "2026-07-01" }).Json();

        var page = await Kim.Page(day.Charter);

        Assert.Contains("Boarding opens automatically at 5:00 PM.", Move(page).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Confirm: captain", "Open boarding"], Buttons(page));
        Assert.Equal([], Buttons(await Queen.Sam.Browser.Page(day.Charter)));
        await Tap("board");
        Assert.Equal(["Confirm: captain", "Undo “boarding opened”"], Buttons(await Kim.Page(day.Charter)));
    }

    [Fact]
    public async Task Boarding_days_early_needs_confirmation_and_shows_a_warning_afterwards()
    {
        var page = await Kim.Page(day.Charter);
        Assert.Equal(["Confirm: captain"], Buttons(page));
        Assert.Equal($"{day.Charter}/board", Move(page).QuerySelector(".acts a")!.GetAttribute("href"));
        Assert.Contains("more than 12 hours from now",
            (await Kim.Page($"{day.Charter}/board")).QuerySelector(".note.act")!.TextContent, StringComparison.Ordinal);

        var boarded = await Queen.Kim.Api.Post($"{day.Api}/board").Json();

        Assert.Equal("far_from_plan", (string?)boarded["warnings"]![0]!["code"]);
        Assert.Contains("Is this the right charter and the right day?", Move(await Kim.Page(day.Charter)).TextContent,
            StringComparison.Ordinal);
    }
}
