using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Overdue;

/// <summary>What a Coast Guard call needs, behind both doors, and the banner that leads there.</summary>
public sealed class OverduePageTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture day = null!;
    private DateTimeOffset due;

    private Cast Cast => day.Cast;

    private string Page => $"{day.Charter}/overdue";

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await Cast.Dana.Api
            .Put(day.Api,
                new { guests_expected = 12, contact = new { name = "Erin Booker", phone = "+1 619 555 0142" } })
            .Json();
        due = await day.Sail();
        day.Ship.Clock.SetUtcNow(due.AddHours(-1));
        await Cast.Sam.Api
            .Put($"{day.Api}/checklists/{day.ListId}",
                new { items = new[] { new { id = day.Item(2), state = "complete" } } })
            .Json();
        day.Ship.Clock.SetUtcNow(due.AddMinutes(45));
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task It_says_all_that_a_call_needs_in_the_order_to_read_it_out()
    {
        var page = await Cast.Dana.Browser.Page(Page);

        Assert.Equal(
            [
                "1. Vessel: Aurora, Queen of San Diego", "2. Persons aboard: 14: 2 crew and 12 guests expected",
                "3. Left from: Pier 3, Queen of San Diego", "Home port at: 32.7157° N, 117.1611° W",
                "4. Lines off: Wed 1 Jul 10:00", "5. Due back: Wed 1 Jul 12:30", "6. Last sign of her: Wed 1 Jul 11:30",
                "7. Trip: Sunset sail",
                "8. Captain: Kim, +1 619 555 0100", "9. Charterer: Erin Booker, +1 619 555 0142",
            ],
            page.QuerySelectorAll("#watch .facts > div")
                .Select(fact => $"{fact.QuerySelector("dt")!.TextContent}: {fact.QuerySelector("dd")!.TextContent}"));
        Assert.Equal("45 min", page.QuerySelector(".big")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("#watch a[href='tel:+1 619 555 0100'].btn.small").Length);
    }

    [Fact]
    public async Task Once_guests_boarded_by_the_list_they_are_the_persons_aboard()
    {
        foreach (var name in new[] { "Ben Cole", "Mia Cole", "Stayed Ashore" }) await day.Guest(name);
        await day.Ship.Change(Cast.OperatorId, async (db, actor) =>
        {
            foreach (var guest in db.Guests.Where(guest => guest.Name != "Stayed Ashore").ToList())
                guest.Mark(GuestStatus.Boarded, actor);
            return await Task.FromResult(true);
        });

        Assert.Contains("4: 2 crew and 2 guests boarded",
            (await Cast.Dana.Browser.Page(Page)).QuerySelector("#watch .facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_aboard_may_look_the_mate_and_up_may_take_it_in_hand_and_others_find_a_closed_door()
    {
        Assert.NotNull((await Cast.Kim.Browser.Page(Page)).QuerySelector("#watch form"));
        Assert.Null((await Cast.Sam.Browser.Page(Page)).QuerySelector("#watch form"));
        Assert.Equal(403, (int)(await Cast.Sam.Browser.PostForm(Page)).StatusCode);
        Assert.Equal(403, (int)(await Cast.Alex.Browser.GetAsync(Page, stop)).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_take_it_in_hand_the_first_is_named()
    {
        await Cast.Dana.Browser.PostForm(Page);
        var second = await Cast.Olive.Browser.PostForm(Page);

        Assert.Equal(303, (int)second.StatusCode);
        Assert.Contains("Dana has this in hand",
            (await Cast.Olive.Browser.Page(Page)).QuerySelector("#watch")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_the_link_it_is_the_same_page_and_the_same_button_without_cookie_or_script()
    {
        using var phone = day.Ship.CreateClient(new() { AllowAutoRedirect = false });
        var link = await Link();

        using var looked = await phone.GetAsync(link, stop);
        var (theirs, ours) = (await looked.Html(), await Cast.Dana.Browser.Page(Page));
        Assert.Equal(
            ours.QuerySelector("#watch .facts")!.TextContent, theirs.QuerySelector("#watch .facts")!.TextContent);
        Assert.Empty(theirs.QuerySelectorAll("script, input"));
        Assert.False(looked.Headers.Contains("Set-Cookie"));

        var taken = await phone.PostAsync(link, new FormUrlEncodedContent([]), stop);
        Assert.Equal(303, (int)taken.StatusCode);
        Assert.Contains(
            "Shore contact has this in hand", (await phone.Page(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_she_is_back_the_link_tells_that_and_nobodys_number()
    {
        var link = await Link();
        await Cast.Kim.Api.Post($"{day.Api}/return").Json();

        var page = await day.Ship.CreateClient().Page(link);

        Assert.Contains("All fast", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("555", page.Body.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task Every_page_of_the_office_carries_the_banner_and_nobody_elses()
    {
        foreach (var address in new[] { $"/{Cast.Slug}", $"/{Cast.Slug}/vessels", $"/{Cast.Slug}/me", day.Charter })
        {
            var banner = (await Cast.Dana.Browser.Page(address)).QuerySelector("#overdue .banner")!;
            Assert.Equal((Page, "tel:+1 619 555 0100"),
                (banner.QuerySelector("a")!.GetAttribute("href"), banner.QuerySelector("a.btn")!.GetAttribute("href")));
        }

        Assert.Null((await Cast.Kim.Browser.Page(day.Charter)).QuerySelector("#overdue"));
        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync($"/{Cast.Slug}/overdue", stop)).StatusCode);
    }

    [Fact]
    public async Task The_banner_costs_one_question_comes_by_itself_and_goes_with_all_fast()
    {
        var kims = await day.Ship.Queries.During(() => Cast.Kim.Browser.Page(day.Charter));
        var office = await day.Ship.Queries.During(() => Cast.Dana.Browser.Page(day.Charter));
        Assert.InRange(office - kims, 0, 1);

        await Cast.Dana.Browser.PostForm(Page);
        Assert.Contains("Dana has it in hand",
            (await Cast.Olive.Browser.Page($"/{Cast.Slug}/overdue")).QuerySelector("#overdue")!.TextContent,
            StringComparison.Ordinal);

        await Cast.Kim.Api.Post($"{day.Api}/return").Json();
        var quiet = await Cast.Olive.Browser.GetStringAsync($"/{Cast.Slug}/overdue", stop);
        Assert.DoesNotContain("banner", quiet, StringComparison.Ordinal);
        Assert.InRange(quiet.Trim().Length, 1, 256);
    }

    private Task<string> Link() => day.Ship.In(async services =>
        $"/me/watch/{await services.GetRequiredService<SignedLinks>()
            .Issue(LinkKind.Overdue, Cast.OperatorId, day.CharterId, null, due.AddDays(7), stop)}");
}
