using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.OutsideJudges;

public sealed partial class HtmlCheckerTests
{
    /// <summary>Links of emails and of the QR code, before and after they are used, in both languages.</summary>
    /// <returns>The routes of links that lead elsewhere once they are used, which someone opened before.</returns>
    private static async Task<IEnumerable<string>> VisitLinks(RouteFixture fixture, SavedPages pages)
    {
        var (day, app) = (fixture.Day, fixture.Day.Ship);
        var adult = await day.Cast.Guest(day.CharterId, "Mia Cole", "mia@guests.example");
        var child = await day.Cast.Guest(day.CharterId, "Tom Cole", minor: true, guardian: "Mia Cole");
        var asked = app.CreateClient();
        await asked.PostForm("/sign-in", ("email", $"sam@{day.Cast.Slug}.example"));
        var message = await app.Post.Arrival($"sam@{day.Cast.Slug}.example", "Your sign-in link");
        var signIn = SignInLink().Match(message.TextBody!).Value;
        foreach (var browser in new[] { asked, app.CreateClient() })
        {
            var visitor = new Visitor("a person with a sign-in link", browser, pages);
            await visitor.Open("/sign-in/sent");
            await visitor.Open(signIn);
        }

        foreach (var language in new[] { "en", "es" })
        {
            var guest = new Visitor($"a guest who reads {language}", app.Phone(), pages);
            foreach (var page in new[] { adult.Page, child.Page })
            {
                Assert.True(await guest.Open($"{page}?lang={language}"));
                await guest.SendInvalidForms($"{page}?lang={language}");
            }
        }

        foreach (var page in new[] { adult.Page, child.Page })
        {
            using var signed = await app.Phone().Sign(
                page, page == adult.Page ? "Mia Cole" : "Tom Cole", ("guardian_name", "Mia Cole"),
                ("guardian_relationship", "Mother"), ("signature", SigningSteps.Drawing));
            await pages.Save("a guest who signs", signed);
            foreach (var language in new[] { "en", "es" })
            {
                var guest = new Visitor($"a guest who reads {language}", app.Phone(), pages);
                await guest.Open($"{page}?lang={language}");
                await guest.Open($"{page}/receipt?lang={language}");
            }
        }

        using var stopped = await app.Phone().OneClick(fixture.Address("/unsubscribe/{token}"));
        await pages.Save("a member who turned reminders off", stopped);
        return ["/waivers/{token}"];
    }

    private static async Task VisitErrors(RouteFixture fixture, SavedPages pages)
    {
        var stranger = await fixture.Day.Ship.Cast("strangers");
        var outsider = new Visitor("another operator's owner", stranger.Olive.Browser, pages);
        var nobody = new Visitor("nobody", fixture.Day.Ship.CreateClient(), pages);
        foreach (var visitor in Visitors(fixture, pages).Append(outsider))
        {
            await visitor.Open($"/{fixture.Day.Cast.Slug}/no-such-page");
            await visitor.Open($"{fixture.Day.Charter}0");
            await visitor.Open(fixture.Day.Charter);
            await visitor.Post($"{fixture.Day.Charter}/edit", []);
            await visitor.Post(fixture.Day.Charter, []);
        }

        string[] links = ["waivers", "party", "me/answers", "me/watch", "me/address", "sign-in", "unsubscribe"];
        foreach (var link in links)
            await nobody.Open($"/{link}/no-such-token");
        foreach (var page in new[] { "/no-such-page", "/error", "/error/500", "/waivers/no-such-token/receipt" })
            await nobody.Open(page);
    }

    private static async Task SendForms(RouteFixture fixture, SavedPages pages)
    {
        var addresses = Routes(fixture.Day.Ship).Except(WithoutPage).Select(route => fixture.Address(route)).ToList();
        var members = Visitors(fixture, pages).ToList();
        foreach (var visitor in new[] { members[0], members[2], members[^2], members[^1] })
        {
            foreach (var address in addresses.Where(address => !address.EndsWith("/cancel", StringComparison.Ordinal)))
                await visitor.SendInvalidForms(address);
        }

        foreach (var visitor in members.Take(5)) await visitor.SendInvalidForms($"{fixture.Day.Charter}/cancel");
    }

    [System.Text.RegularExpressions.GeneratedRegex("/sign-in/[A-Za-z0-9_-]{43}")]
    private static partial System.Text.RegularExpressions.Regex SignInLink();
}
