using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>The folded parts of the form.</summary>
public sealed partial class NewCharterPageTests
{
    private static readonly string[] ValueIds = ["times-v", "crew-v", "booked-v", "named-v"];

    [Fact]
    public async Task Four_fields_are_asked_and_the_rest_is_folded_with_its_value()
    {
        await Cast.Vessel("Mistral");

        var page = await Cast.Dana.Browser.Page(New);

        Assert.Equal(["vessel_id", "charter_type_id", "event_date", "captain_id"],
            page.QuerySelectorAll("#plan :is(input, select, textarea):not([type=hidden], .drawer *)")
                .Select(field => field.Id));
        Assert.Empty(page.QuerySelectorAll(".drawer[open]"));
        Assert.Equal(["Not set", "1 first mate, 2 deckhands", "Not given", "Charter"], Values(page));
    }

    [Theory]
    [InlineData("times-v", "departure_time", "25:00")]
    [InlineData("crew-v", "manning.deckhand", "many")]
    [InlineData("crew-v", "crew[0].member_id", "nobody")]
    [InlineData("booked-v", "contact.email", "no address")]
    [InlineData("booked-v", "guests_expected", "-1")]
    [InlineData("named-v", "reminder_hours", "soon")]
    public async Task A_refused_field_keeps_what_was_typed_and_its_drawer_is_open(
        string value, string field, string typed)
    {
        (string, string)[] role = field.StartsWith("crew", StringComparison.Ordinal)
            ? [("crew[0].role", "first_mate")]
            : [];
        var refused = await Post([("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"),
            ("captain_id", $"{Cast.Kim.MemberId}"), .. role, (field, typed)]);

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        var drawer = Assert.Single(page.QuerySelectorAll(".drawer[open]"));
        Assert.Equal(value, drawer.QuerySelector("summary .meta")!.Id);
        var link = page.QuerySelector("#errs a")!.GetAttribute("href")!;
        var input = drawer.QuerySelector(link)!;
        Assert.True(input is IHtmlSelectElement || input.GetAttribute("value") == typed, input.OuterHtml);
    }

    [Fact]
    public async Task A_drawer_with_a_value_of_its_own_is_open_and_shows_it()
    {
        var page = await Fill(("departure_time", "10:00"), ("return_time", "12:30"), ("contact.name", "Ben Cole"),
            ("guests_expected", "8"), ("title", "Whale watch"), ("notes", "Cake"));

        Assert.Equal(["10:00 AM to 12:30 PM", "1 first mate, 2 deckhands", "Ben Cole, 8 guests",
            "Whale watch, with notes"], Values(page));
        Assert.Equal(["times-v", "booked-v", "named-v"],
            page.QuerySelectorAll(".drawer[open] summary .meta").Select(value => value.Id));
    }

    private static IEnumerable<string> Values(IDocument page) =>
        ValueIds.Select(id => page.GetElementById(id)!.TextContent);
}
