using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Crew;

/// <summary>Manual nudges, on the page and by the API.</summary>
public sealed class NudgeCrewPageTests
{
    [Fact]
    public async Task The_captain_nudges_members_with_open_tasks_at_most_every_30_minutes()
    {
        await using var day = await CharterFixture.Begin();
        var (app, kim) = (day.Ship, day.Cast.Kim);
        var before = await app.Count();
        Assert.Contains(
            "Emails 2 what they still have to do: Kim, Sam.", (await kim.Browser.Page(day.Charter)).Body!.TextContent,
            StringComparison.Ordinal);

        Assert.Equal(303, (int)(await kim.Browser.PostForm(day.Charter, "/nudge")).StatusCode);

        Assert.Equal(
            ["kim: Sat, Jul 4, 5:30 PM, Aurora: you are captain", "sam: Sat, Jul 4, 5:30 PM, Aurora: you are deckhand"],
            await app.Letters(since: before));
        Assert.Contains("Last nudged Jul 1, 9:00 AM", (await kim.Browser.Page(day.Charter)).Body!.TextContent,
            StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromMinutes(29));
        var again = await kim.Browser.PostForm(day.Charter, "/nudge");
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Contains("less than 30 minutes ago", (await again.Html()).QuerySelector("#errs")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("nudged_already", (string?)(await day.Cast.Dana.Api.Post($"{day.Api}/nudge").Json(409))["code"]);
        Assert.Equal(2, (await app.Letters(since: before)).Length);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(
            "2026-07-01T16:30:00Z", (string?)(await day.Cast.Dana.Api.Post($"{day.Api}/nudge").Json())["nudged_at"]);
    }

    [Fact]
    public async Task At_night_the_page_asks_again_and_says_whom_it_mails()
    {
        await using var day = await CharterFixture.Begin();
        var (app, kim) = (day.Ship, day.Cast.Kim);
        var before = await app.Count();
        app.Clock.SetUtcNow(new(2026, 7, 2, 8, 5, 0, TimeSpan.Zero));

        var asked = await kim.Browser.PostForm(day.Charter, "/nudge");

        Assert.Equal(409, (int)asked.StatusCode);
        Assert.Contains("it is night there", (await asked.Html()).GetElementById("errs")!.TextContent,
            StringComparison.Ordinal);
        Assert.Empty(await app.Letters(since: before));
        var question = await kim.Browser.Page($"{day.Charter}/nudge");
        Assert.Contains("Emails 2 now: Kim, Sam.", question.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It is 1:05 AM there.", question.Body.TextContent, StringComparison.Ordinal);
        var form = question.QuerySelector("#main form")!;
        Assert.Equal(303, (int)(await kim.Browser.Press(form, $"{day.Charter}/nudge")).StatusCode);
        Assert.Equal(2, (await app.Letters(since: before)).Length);
    }

    [Fact]
    public async Task Members_without_open_tasks_get_no_email_and_deckhands_may_not_nudge()
    {
        await using var day = await CharterFixture.Begin();
        var before = await day.Ship.Count();
        await day.Cast.Kim.Api
            .Put($"{day.Api}/checklists/{day.ListId}",
                new
                {
                    items = new[]
                    {
                        new { id = day.Item(0), state = "complete" },
                        new { id = day.Item(1), state = "complete" },
                    },
                })
            .Json();

        await day.Cast.Sam.Api.Post($"{day.Api}/nudge").Json(403);
        Assert.Equal(403, (int)(await day.Cast.Sam.Browser.GetAsync($"{day.Charter}/nudge")).StatusCode);
        await day.Cast.Dana.Api.Post($"{day.Api}/nudge").Json();

        Assert.Equal(["kim: Sat, Jul 4, 5:30 PM, Aurora: you are captain"], await day.Ship.Letters(since: before));
    }

    [Fact]
    public async Task Reminder_hours_are_set_per_charter_and_type_and_blank_means_inherited()
    {
        await using var day = await CharterFixture.Begin();
        var office = day.Cast.Dana.Api;
        var before = (int)(await office.GetAsync(day.Api).Json())["version"]!;

        var charter = await office.Put(day.Api, new { reminder_hours = new[] { 5, 48 } }).Json();
        Assert.Equal(("[48,5]", before + 1), (charter["reminder_hours"]!.ToJsonString(), (int)charter["version"]!));
        Assert.Equal("48, 5",
            (await day.Cast.Dana.Browser.Page($"{day.Charter}/edit"))
                .QuerySelector("#reminder_hours")!.GetAttribute("value"));
        Assert.Equal("Enter hours from 1 to 336, like 72, 24, 3.",
            (await office.Put(day.Api, new { reminder_hours = "often" }).Json(422)).ErrorAt("reminder_hours"));
        Assert.Null((await office.Put(day.Api, new { reminder_hours = "" }).Json())["reminder_hours"]);

        var type = await office.Post(
            "/api/charter-types", new { name = "Sail", duration_minutes = 90, reminder_hours = "none" })
            .Json(201);
        Assert.Equal("[]", type["reminder_hours"]!.ToJsonString());
        Assert.Equal("none",
            (await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}/types/{type.Id()}"))
                .QuerySelector("#reminder_hours")!.GetAttribute("value"));
    }
}
