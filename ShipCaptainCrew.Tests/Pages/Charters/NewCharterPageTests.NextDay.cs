using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>A return before departure, without scripts.</summary>
public sealed partial class NewCharterPageTests
{
    private (string, string)[] Night =>
    [
        ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
        ("departure_time", "22:00"), ("return_time", "01:30"),
    ];

    [Theory]
    [InlineData(true, "scheduled")]
    [InlineData(false, "draft")]
    public async Task A_return_before_departure_is_offered_as_the_next_day_and_one_button_saves_it(
        bool publish, string status)
    {
        var asked = await Post([.. Night, .. publish ? [("publish", "true")] : Array.Empty<(string, string)>()]);

        Assert.Equal(422, (int)asked.StatusCode);
        var page = await asked.Html();
        Assert.Equal("The return is before departure. If it is on the next day, say so, or choose the day of return.",
            page.GetElementById("return_time-e")!.TextContent);
        var button = page.QuerySelector<IHtmlButtonElement>("main form button[name=return_next_day]")!;
        Assert.Equal("The return is on the next day", button.TextContent);
        var saved = await Cast.Dana.Browser.PostAsync(
            New, new FormUrlEncodedContent([.. button.Form!.AsItStands(), new(button.Name!, button.Value)]));
        Assert.Equal(303, (int)saved.StatusCode);
        var charter = await Cast.Dana.Api.Get($"/api/events/{Id(saved)}")
            .Json();
        Assert.Equal(("2026-07-05T05:00:00Z", "2026-07-05T08:30:00Z", status),
            (Text(charter["departure_time"]), Text(charter["return_time"]), Text(charter["status"])));
    }

    [Fact]
    public async Task The_answer_is_kept_while_something_else_is_corrected()
    {
        var refused = await Post([.. Night, ("return_next_day", "true"), ("guests_expected", "many")]);

        var page = await refused.Html();
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("2026-07-05", page.GetElementById("return_date")!.GetAttribute("value"));
        Assert.Null(page.GetElementById("return_time-e"));
        Assert.Null(page.QuerySelector("button[name=return_next_day]"));
    }

    [Theory]
    [InlineData("return_time", "22:00")]
    [InlineData("return_date", "2026-07-04")]
    public async Task A_return_that_cannot_be_on_the_next_day_is_refused_without_the_question(
        string field, string value)
    {
        var refused = await Post([.. Night.Where(other => other.Item1 != field), (field, value)]);

        var page = await refused.Html();
        Assert.Equal("The return must be after departure.", page.GetElementById("return_time-e")!.TextContent);
        Assert.Null(page.QuerySelector("button[name=return_next_day]"));
    }
}
