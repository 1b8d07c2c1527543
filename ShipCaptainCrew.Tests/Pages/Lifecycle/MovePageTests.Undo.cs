using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed partial class MovePageTests
{
    [Fact]
    public async Task Undoing_a_cancellation_says_first_who_will_be_told()
    {
        await day.Guest("Ana Cole", new { email = "ana@guests.example" });
        await Queen.Kim.Api.Post($"{day.Api}/cancel", new { reason = "Gale" }).Json();

        var page = await Kim.Page(day.Charter);

        Assert.Empty(Buttons(page));
        Assert.Equal("Undo “canceled”", Move(page).QuerySelector($"a[href='{day.Charter}/undo']")!.TextContent);
        var question = await Kim.Page($"{day.Charter}/undo");
        Assert.Contains("Emailed right away: 2 crew, 1 guest.", question.QuerySelector("#main")!.TextContent,
            StringComparison.Ordinal);
        await Tap("undo");
        Assert.Equal("scheduled", (string?)(await Queen.Kim.Api.Get(day.Api).Json())["status"]);
    }

    [Fact]
    public async Task Undoing_a_publication_tells_the_crew_alone()
    {
        await day.Guest("Ana Cole", new { email = "ana@guests.example" });

        var question = await Queen.Dana.Browser.Page($"{day.Charter}/undo");

        Assert.Contains("Emailed right away: 2 crew.", question.QuerySelector("#main")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_of_a_day_are_taken_back_one_after_another_and_never_two_for_one()
    {
        await MakeReadyToDepart();
        var seen = Move(await Kim.Page(day.Charter)).QuerySelector($"form[action='{day.Charter}/undo']")!;
        await Tap("depart");
        Assert.Equal(409, (int)(await Kim.Press(seen, $"{day.Charter}/undo")).StatusCode);

        Assert.Contains("Undo “lines off”", Buttons(await Kim.Page(day.Charter)));
        await Tap("undo");
        Assert.Contains("Undo “boarding opened”", Buttons(await Kim.Page(day.Charter)));
        await Tap("undo");
        Assert.Equal("scheduled", (string?)(await Queen.Kim.Api.Get(day.Api).Json())["status"]);
    }
}
