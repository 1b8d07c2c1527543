using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Party;

/// <summary>Anybody with a party's link or the QR code at the dock can add guests, but sees none.</summary>
public sealed partial class PartyPageTests
{
    [Fact]
    public async Task The_party_link_adds_guests_redirects_to_their_waiver_and_reveals_nobody()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Cast.Dana.Api.Put(day.Api, new { guests_expected = 8 }).Json();
        await day.Guest("Ben Cole", new { email = "ben@example.com", phone = "+1 619 555 0101", needs = "Nuts" });
        using var browser = Browser(day);
        var link = await Link(day, "party");

        var page = await browser.GetAsync(link, TestContext.Current.CancellationToken);
        var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("1 of 8 on the list", text, StringComparison.Ordinal);
        Assert.All(new[] { "Ben Cole", "ben@example.com", "555 0101", "Nuts", "Kim", "<script", "htmx", "style=" },
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Equal(("no-referrer", true),
            (page.Headers.GetValues("Referrer-Policy").Single(), page.Headers.CacheControl!.NoStore));
        Assert.Contains("noindex", text, StringComparison.Ordinal);

        var added = await Add(browser, link, ("name", "Mia Cole"));

        Assert.Equal(303, (int)added.StatusCode);
        Assert.StartsWith("/waivers/", added.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("by=party", added.Headers.Location.OriginalString, StringComparison.Ordinal);
        await day.Ship.Sign(added.Headers.Location.OriginalString, "Mia Cole");
        Assert.Equal(["Ben Cole", "Mia Cole"], await Names(day));
        Assert.Equal(["Mia Cole"], (await day.Waiting()).Select(guest => guest.Name));
        Assert.Contains("1 of 8 on the list, 1 waiting for the crew", (await browser.Page(link)).Text(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_guest_and_the_token_is_not_stored()
    {
        await using var day = await CharterFixture.Begin();
        using var browser = Browser(day);
        var link = await Link(day, "party");
        var key = (await browser.Page(link)).QuerySelector("input[name=Idempotency-Key]")!.GetAttribute("value")!;

        for (var times = 0; times < 2; times++)
            Assert.Equal(
                303, (int)(await Add(browser, link, ("name", "Ben Cole"), ("Idempotency-Key", key))).StatusCode);

        Assert.Equal(["Ben Cole"], await Names(day));
        var routes =
            await day.Ship.In(
                services => services.GetRequiredService<AppDbContext>().AcrossOperators<HandledRequest>()
                    .Select(row => row.Route).ToListAsync());
        Assert.All(routes, route => Assert.DoesNotContain(link.Split('/')[^1], route, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guest_over_capacity_is_refused_and_the_input_is_kept()
    {
        await using var day = await CharterFixture.Begin();
        var small =
            (Guid)(await day.Cast.Dana.Api.Post("/api/vessels", new { name = "Small", passenger_capacity = 1 })
                .Json(201))["id"]!;
        await day.Cast.Dana.Api.Put(day.Api, new { vessel_id = small }).Json();
        await day.Guest("Ben Cole");
        using var browser = Browser(day);

        var full = await Add(browser, await Link(day, "party"), ("name", "Mia Cole"));

        var page = await full.Html();
        Assert.Equal((409, "Mia Cole"), ((int)full.StatusCode, page.GetElementById("name")!.GetAttribute("value")));
        Assert.Contains(
            "can carry 1 guests", page.QuerySelector("form .note.alarm")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_beyond_the_expected_number_shows_only_the_count_and_a_name_is_required()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Dana.Api.Put(day.Api, new { guests_expected = 1 }).Json();
        foreach (var name in new[] { "Ben Cole", "Mia Cole" }) await day.Guest(name);
        using var browser = Browser(day);
        var link = await Link(day, "party");

        var page = await browser.Page($"{link}?lang=es");

        Assert.Contains("2 en la lista", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sáb, 4 jul.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Enter your name.",
            (await (await Add(browser, link, ("name", ""))).Html()).GetElementById("name-e")!.TextContent,
            StringComparison.Ordinal);
    }

    private static HttpClient Browser(CharterFixture day) => day.Ship.CreateClient(new() { AllowAutoRedirect = false });

    private static async Task<string> Link(CharterFixture day, string kind)
    {
        var page = await (await day.Cast.Kim.Browser.PostForm($"{day.Charter}/qr", ("kind", kind))).Html();
        return new Uri(page.GetElementById("link")!.GetAttribute("value")!).AbsolutePath;
    }

    private static Task<HttpResponseMessage> Add(
        HttpClient browser, string link, params (string Name, string Value)[] fields) =>
        browser.PostAsync(
            link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static async Task<IEnumerable<string?>> Names(CharterFixture day) =>
        (await day.Cast.Dana.Api.Get($"{day.Api}/guests").Json())["guests"]!.AsArray()
            .Select(guest => (string?)guest!["name"]);
}
