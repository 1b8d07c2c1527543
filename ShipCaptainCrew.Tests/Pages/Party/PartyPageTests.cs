using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Party;

/// <summary>
/// What whoever holds a party's link, or scans the code at the dock, can do: add people, and see nobody.
/// </summary>
public sealed class PartyPageTests
{
    [Fact]
    public async Task Whoever_has_the_link_adds_people_goes_on_to_their_waiver_and_sees_nobody()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Cast.Dana.Api.Put(day.Api, new { guests_expected = 8 }).Json();
        await day.Guest("Ben Cole", new { email = "ben@example.com", phone = "+1 619 555 0101", needs = "Nuts" });
        using var anybody = Anybody(day);
        var link = await Link(day, "party");

        var page = await anybody.GetAsync(link, TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("1 of 8 on the list", text, StringComparison.Ordinal);
        Assert.All(new[] { "Ben Cole", "ben@example.com", "555 0101", "Nuts", "Kim", "<script", "htmx", "style=" },
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Equal(("no-referrer", true),
            (page.Headers.GetValues("Referrer-Policy").Single(), page.Headers.CacheControl!.NoStore));
        Assert.Contains("noindex", text, StringComparison.Ordinal);

        var added = await Add(anybody, link, ("name", "Mia Cole"));

        Assert.Equal(303, (int)added.StatusCode);
        Assert.StartsWith("/waivers/", added.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("by=party", added.Headers.Location.OriginalString, StringComparison.Ordinal);
        await day.Ship.Sign(added.Headers.Location.OriginalString, "Mia Cole");
        Assert.Equal(["Ben Cole", "Mia Cole"], await Names(day));
    }

    [Fact]
    public async Task A_walk_up_waits_for_the_crews_word_and_may_sign_at_once()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        using var anybody = Anybody(day);
        var link = await Link(day, "dock");

        var added = await Add(anybody, $"{link}?kiosk=1", ("name", "Walk Upson"));

        Assert.Contains(
            $"&kiosk={link.Split('/')[^1]}", added.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await day.Ship.Sign(added.Headers.Location.OriginalString, "Walk Upson");
        var page = $"{day.Charter}/guests";
        var waiting = await day.Cast.Sam.Browser.Page(page);
        Assert.Equal("Place Walk Upson", waiting.QuerySelector(".note.act button")!.TextContent);
        var id =
            Guid.Parse(waiting.QuerySelector(".note.act form")!.GetAttribute("action")!.Split('/')[^1].Split('?')[0]);
        Assert.Equal("not_placed",
            (string?)(await day.Cast.Sam.Api.Post($"{day.Api}/guests/{id}/mark", new { where = "boarded" })
                .Json(409))["code"]);
        var placed = await (await day.Cast.Sam.Browser.Tap(page, $"{page}/{id}?handler=Place")).Html();
        Assert.NotNull(placed.QuerySelector($"#items #g{id:N}"));
        Assert.Null(placed.QuerySelector(".note.act"));
    }

    [Fact]
    public async Task The_children_of_a_walk_up_wait_for_the_crews_word_too()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        using var anybody = Anybody(day);
        var added = await Add(anybody, await Link(day, "dock"), ("name", "Walk Upson"));

        var signed =
            await anybody.Sign(added.Headers.Location!.OriginalString, "Walk Upson",
                ("guardian_relationship", "father"), ("children[0].name", "Leo Upson"),
                ("children[0].birth_date", "2017-05-01"));

        Assert.Equal(303, (int)signed.StatusCode);
        Assert.Equal(["Place Walk Upson", "Place Leo Upson"],
            (await day.Cast.Sam.Browser.Page($"{day.Charter}/guests")).QuerySelectorAll(".note.act button")
                .Select(button => button.TextContent));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_guest_and_no_link_is_kept()
    {
        await using var day = await CharterFixture.Begin();
        using var anybody = Anybody(day);
        var link = await Link(day, "party");
        var key = (await anybody.Page(link)).QuerySelector("input[name=Idempotency-Key]")!.GetAttribute("value")!;

        for (var times = 0; times < 2; times++)
            Assert.Equal(
                303, (int)(await Add(anybody, link, ("name", "Ben Cole"), ("Idempotency-Key", key))).StatusCode);

        Assert.Equal(["Ben Cole"], await Names(day));
        var routes =
            await day.Ship.In(
                services => services.GetRequiredService<AppDbContext>().AcrossOperators<HandledRequest>()
                    .Select(row => row.Route).ToListAsync());
        Assert.All(routes, route => Assert.DoesNotContain(link.Split('/')[^1], route, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_boat_takes_nobody_more_and_what_was_typed_is_kept()
    {
        await using var day = await CharterFixture.Begin();
        var small =
            (Guid)(await day.Cast.Dana.Api.Post("/api/vessels", new { name = "Small", passenger_capacity = 1 })
                .Json(201))["id"]!;
        await day.Cast.Dana.Api.Put(day.Api, new { vessel_id = small }).Json();
        await day.Guest("Ben Cole");
        using var anybody = Anybody(day);

        var full = await Add(anybody, await Link(day, "party"), ("name", "Mia Cole"));

        var page = await full.Html();
        Assert.Equal((409, "Mia Cole"), ((int)full.StatusCode, page.GetElementById("name")!.GetAttribute("value")));
        Assert.Contains(
            "may carry 1 guests", page.QuerySelector("form .note.alarm")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_unknown_spent_or_of_another_kind_opens_nothing_and_no_other_site_posts_to_one()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole");
        using var anybody = Anybody(day);
        var link = await Link(day, "party");
        var waiver = ((string)ben["waiver_url"]!).Split('/')[^1];

        foreach (var token in new[] { "nonsense", waiver, new string('x', 500) })
        {
            var nothing = await anybody.GetAsync($"/party/{token}", TestContext.Current.CancellationToken);
            Assert.Equal(404, (int)nothing.StatusCode);
            Assert.Contains("leads nowhere",
                await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        using var foreign =
            new HttpRequestMessage(HttpMethod.Post,
                link) { Headers = { { "Sec-Fetch-Site", "cross-site" } },
                    Content = new FormUrlEncodedContent([new("name", "Mallory")]) };
        Assert.Equal(403, (int)(await anybody.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();
        Assert.Equal(409, (int)(await Add(anybody, link, ("name", "Late"))).StatusCode);
        var closed = await anybody.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)closed.StatusCode);
        var says = await closed.Html();
        Assert.Contains("nobody can join it any more", says.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(says.QuerySelector("form"));
        Assert.Equal(["Ben Cole"], await Names(day));
        day.Ship.Clock.Advance(TimeSpan.FromDays(70));
        Assert.Equal(404, (int)(await anybody.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Links_that_are_out_are_withdrawn_all_at_once_and_who_came_by_them_stays()
    {
        await using var day = await CharterFixture.Begin();
        using var anybody = Anybody(day);
        string[] links = [await Link(day, "party"), await Link(day, "dock")];
        await Add(anybody, links[0], ("name", "Ben Cole"));
        var page = $"{day.Charter}/qr";
        Assert.Contains(
            "2 links are out", (await day.Cast.Kim.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403,
            (int)(await day.Cast.Sam.Browser.PostForm($"{day.Charter}/muster", "/../qr?handler=Withdraw")).StatusCode);

        var withdrawn = await day.Cast.Kim.Browser.PostForm(page, "?handler=Withdraw");

        Assert.Equal(
            (303, $"{page}?done=withdrawn"), ((int)withdrawn.StatusCode, withdrawn.Headers.Location!.OriginalString));
        foreach (var link in links)
            Assert.Equal(404, (int)(await anybody.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain(
            "Withdraw all links", (await day.Cast.Kim.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ben Cole"], await Names(day));
    }

    [Fact]
    public async Task More_than_were_expected_are_just_counted_and_a_name_is_asked_for_as_ones_own()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Dana.Api.Put(day.Api, new { guests_expected = 1 }).Json();
        foreach (var name in new[] { "Ben Cole", "Mia Cole" }) await day.Guest(name);
        using var anybody = Anybody(day);
        var link = await Link(day, "party");

        var page = await anybody.Page($"{link}?lang=es");

        Assert.Contains("2 en la lista", page.QuerySelector("b")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sábado, 4 de julio", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Enter your name.",
            (await (await Add(anybody, link, ("name", ""))).Html()).GetElementById("name-e")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_to_print_has_no_style_of_its_own()
    {
        await using var day = await CharterFixture.Begin();

        var page = await (await day.Cast.Kim.Browser.PostForm($"{day.Charter}/qr", ("kind", "dock"))).Html();

        var drawing = page.QuerySelector(".qr svg")!;
        Assert.DoesNotContain("style", drawing.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith(
            "https://ship.test/party/", page.GetElementById("link")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.EndsWith("?kiosk=1", page.GetElementById("kiosk")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    private static HttpClient Anybody(CharterFixture day) => day.Ship.CreateClient(new() { AllowAutoRedirect = false });

    private static async Task<string> Link(CharterFixture day, string kind)
    {
        var page = await (await day.Cast.Kim.Browser.PostForm($"{day.Charter}/qr", ("kind", kind))).Html();
        return new Uri(page.GetElementById("link")!.GetAttribute("value")!).AbsolutePath;
    }

    private static Task<HttpResponseMessage> Add(
        HttpClient anybody, string link, params (string Name, string Value)[] fields) =>
        anybody.PostAsync(
            link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static async Task<IEnumerable<string?>> Names(CharterFixture day) =>
        (await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json())["guests"]!.AsArray()
            .Select(guest => (string?)guest!["name"]);
}
