using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class MusterPageTests
{
    [Fact]
    public async Task Two_crew_count_independently_and_a_mismatch_shows_the_roll_call()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, _) = (await day.Guest("Ben Cole"), await day.Guest("Mia Cole"));
        await day.Mark(ben, "boarded");
        var page = $"{day.Charter}/muster";

        var given =
            await day.Cast.Kim.Browser.PostForm(page, "?handler=Count", ("which", "departure"), ("guests", "1"));
        Assert.Equal((303, $"{page}#departure"), ((int)given.StatusCode, given.Headers.Location!.OriginalString));
        var blind = await day.Cast.Sam.Browser.Page(page);
        Assert.Contains("Somebody else must count", blind.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(new[] { "1 boarded", "1 counted", "aboard by the list" },
            number => Assert.DoesNotContain(number, blind.Body.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("1 boarded", (await day.Cast.Kim.Browser.Page(page)).GetElementById("counts")!.TextContent,
            StringComparison.Ordinal);
        var answer =
            await (await day.Cast.Sam.Browser.Tap(
                page, $"{page}?handler=Count", ("which", "departure"), ("guests", "2"))).Html();

        var roll = answer.GetElementById("departure-roll")!;
        Assert.Equal(
            ["Ben Cole", "Mia Cole"], roll.QuerySelectorAll("li > span:first-child").Select(name => name.TextContent));
        Assert.Contains("do not match", answer.QuerySelector(".note.alarm")!.TextContent, StringComparison.Ordinal);
        await day.Cast.Sam.Browser.PostForm(page, "?handler=Count", ("which", "departure"), ("guests", "1"));
        var agreed = await day.Cast.Sam.Browser.Page(page);
        Assert.Null(agreed.GetElementById("departure-roll"));
        Assert.Contains("All match: 1", agreed.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_input_is_refused_beside_its_field_with_and_without_JavaScript()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole");
        var page = $"{day.Charter}/muster";

        var plain =
            await day.Cast.Kim.Browser.PostForm(page, "?handler=Count", ("which", "departure"), ("guests", "some"));
        var tapped = await day.Cast.Kim.Browser.Tap(page, $"{page}?handler=Orient");

        Assert.Equal((422, "Enter a whole number."),
            ((int)plain.StatusCode, (await plain.Html()).GetElementById("departure-e")!.TextContent));
        Assert.Equal(422, (int)tapped.StatusCode);
        Assert.Equal("Check what you covered.", (await tapped.Html()).QuerySelector("fieldset .err")!.TextContent);
    }

    [Fact]
    public async Task The_safety_talk_is_recorded_with_its_topics_and_guests_who_boarded_later_are_named()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole");
        var page = $"{day.Charter}/muster";
        await day.Cast.Sam.Browser.PostForm(
            page, "?handler=Orient", ("topics", "Life jackets"), ("topics", "Man overboard"), ("more", "The boom"));
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(1));
        await day.Mark(ben, "boarded");

        var shown = await day.Cast.Kim.Browser.Page(page);

        Assert.Equal(["Life jackets", "Man overboard", "The boom"],
            shown.QuerySelectorAll(".topics li").Select(topic => topic.TextContent));
        Assert.Contains(
            "Boarded after it and missed it: Ben Cole", shown.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_goes_to_the_office_without_a_shore_contact()
    {
        await using var day = await CharterFixture.Begin();
        await day.Mark(await day.Guest("Ben Cole", new { minor = true }), "boarded");
        await day.Guest("Mia Cole");
        var page = $"{day.Charter}/muster";
        var before = await day.Ship.Count();

        await day.Cast.Kim.Browser.PostForm(page, "?handler=Ashore");

        Assert.Equal(
            ["dana: Sat, Jul 4, 5:30 PM, Aurora: 1 guest and 2 crew aboard",
                "olive: Sat, Jul 4, 5:30 PM, Aurora: 1 guest and 2 crew aboard"],
            (await day.Ship.Letters(before)).Where(email => !email.StartsWith("founder", StringComparison.Ordinal)));
        var text = day.Ship.Post.Deliveries.Last().Message.TextBody!;
        Assert.Contains("1. Ben Cole (minor)", text, StringComparison.Ordinal);
        Assert.Contains("captain: Kim, +1 619 555 0100", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Mia Cole", text, StringComparison.Ordinal);
        Assert.Contains("Count sent to the office by Kim",
            (await day.Cast.Sam.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 aboard, sent to the office by Kim",
            (await day.Cast.Dana.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await day.Cast.Sam.Browser.PostForm(page, "?handler=Ashore")).StatusCode);
    }

    [Fact]
    public async Task The_manifest_goes_only_to_the_shore_contact_if_the_standing_orders_name_one()
    {
        await using var day = await CharterFixture.Begin();
        await day.Mark(await day.Guest("Ben Cole"), "boarded");
        await day.Ship.Change(day.Cast.OperatorId, (db, _) =>
        {
            var orders = new ShipCaptainCrew.Domain.Operators.StandingOrders(day.Cast.OperatorId);
            orders.Change(orders.Details with { ShoreContact = new("Harbor watch", "watch@example.com", null) });
            db.Add(orders);
            return Task.FromResult(true);
        });
        var before = await day.Ship.Count();

        await day.Cast.Kim.Api.Post($"{day.Api}/send-ashore").Json();

        Assert.Equal(["watch: Sat, Jul 4, 5:30 PM, Aurora: 1 guest and 2 crew aboard"], await day.Ship.Letters(before));
        Assert.Contains("sent to Harbor watch by Kim",
            (await day.Cast.Sam.Browser.Page($"{day.Charter}/muster")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Shore contact",
            (await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}/letters")).Body!.TextContent,
            StringComparison.Ordinal);
    }
}
