using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class EditCharterPageTests
{
    [Fact]
    public async Task An_edit_conflict_shows_the_other_changes_keeps_the_input_and_can_be_saved_again()
    {
        await Begin(new() { ["meeting_point"] = "Pier 3" });
        var page = await Cast.Olive.Browser.Page(Edit);
        await Put(charter, new() { ["meeting_point"] = "Pier 5", ["vessel_id"] = await Cast.Vessel("Mistral") }).Json();

        var refused = await Save(page, ("meeting_point", "Pier 9"), ("notes", "Cake aboard"));

        Assert.Equal(412, (int)refused.StatusCode);
        var again = await refused.Html();
        var differences = again.QuerySelectorAll("section[aria-labelledby=changed] li")
            .Select(line => line.Words()).ToList();
        Assert.Equal(
            ["Vessel: you typed “Aurora”, now it is “Mistral”, changed by Dana 9:00 AM",
                "Meeting point: you typed “Pier 9”, now it is “Pier 5”, changed by Dana 9:00 AM"],
            differences);
        Assert.Equal(("Pier 9", "Cake aboard"),
            (Value(again, "meeting_point"), again.GetElementById("notes")!.TextContent.Trim()));

        Assert.Equal(303, (int)(await Save(again)).StatusCode);
        var now = await Now();
        Assert.Equal(("Pier 9", "Cake aboard", $"{Aurora}"),
            (Text(now["meeting_point"]), Text(now["notes"]), Text(now["vessel_id"])));
    }

    [Fact]
    public async Task An_invalid_input_does_not_hide_an_edit_conflict()
    {
        await Begin();
        var page = await Cast.Olive.Browser.Page(Edit);
        await Put(charter, new() { ["notes"] = "Cake aboard" }).Json();

        var mistaken = await Save(page, ("event_date", "1900-01-01"));
        Assert.Equal(422, (int)mistaken.StatusCode);

        Assert.Equal(412, (int)(await Save(await mistaken.Html(), ("event_date", "2026-07-04"))).StatusCode);
    }

    [Fact]
    public async Task An_unchanged_captain_field_does_not_overwrite_a_newer_captain()
    {
        await Begin();
        var page = await Cast.Olive.Browser.Page(Edit);
        await Put(charter, new() { ["captain_id"] = Cast.Olive.MemberId }).Json();

        await Save(page, ("notes", "Cake aboard"));

        var now = await Now();
        Assert.Equal((Text(now["captain_id"]), Text(now["notes"])), ($"{Cast.Olive.MemberId}", "Cake aboard"));
    }
}
