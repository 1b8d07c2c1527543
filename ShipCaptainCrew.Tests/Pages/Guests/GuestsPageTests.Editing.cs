using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class GuestsPageTests
{
    [Fact]
    public async Task A_guest_is_added_changed_and_removed()
    {
        await using var day = await CharterFixture.Begin();
        var (kim, list) = (day.Cast.Kim.Browser, $"{day.Charter}/guests");
        var wrong = await kim.PostForm($"{list}/new", ("name", ""), ("email", "nobody"), ("needs", "Nuts"));
        var form = await wrong.Html();
        Assert.Equal((422, "nobody", "Nuts"),
            ((int)wrong.StatusCode, form.GetElementById("email")!.GetAttribute("value"),
                form.GetElementById("needs")!.TextContent.Trim()));

        var added =
            await kim.PostForm($"{list}/new", ("name", "Ben Cole"), ("email", "ben@example.com"), ("minor", "false"));
        Assert.Equal(303, (int)added.StatusCode);
        var id = Guid.ParseExact(added.Headers.Location!.OriginalString.Split("#g")[1], "N");
        var edit = $"{list}/{id}/edit";
        await kim.PostForm(edit, ("name", "Benjamin Cole"), ("email", "ben@example.com"));
        Assert.Contains("Benjamin Cole", (await kim.Page(list)).Body!.TextContent, StringComparison.Ordinal);

        var removed = await kim.PostForm(edit, "?handler=Remove");
        Assert.Equal($"{list}?done=removed", removed.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Benjamin Cole", (await kim.Page(list)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_over_capacity_is_refused_beside_the_button_and_the_input_is_kept()
    {
        await using var day = await CharterFixture.Begin();
        var small =
            (Guid)(await day.Cast.Dana.Api.Post("/api/vessels", new { name = "Small", passenger_capacity = 1 })
                .Json(201))["id"]!;
        await day.Cast.Dana.Api.Put(day.Api, new { vessel_id = small }).Json();
        await day.Guest("Ben Cole");

        var full =
            await day.Cast.Dana.Browser.PostForm(
                $"{day.Charter}/guests/new", ("name", "Mia Cole"), ("phone", "+1 619 555 0102"));

        var form = await full.Html();
        Assert.Equal((409, "Mia Cole", "+1 619 555 0102"),
            ((int)full.StatusCode, form.GetElementById("name")!.GetAttribute("value"),
                form.GetElementById("phone")!.GetAttribute("value")));
        Assert.Contains(
            "Small can carry 1 guests", form.QuerySelector("form .note.alarm")!.TextContent, StringComparison.Ordinal);
    }
}
