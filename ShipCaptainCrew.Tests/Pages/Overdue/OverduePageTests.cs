using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Overdue;

/// <summary>The overdue page for members, the page behind the shore contact's link, and the banner.</summary>
public sealed partial class OverduePageTests : IAsyncLifetime
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
    public async Task The_page_shows_what_a_Coast_Guard_call_needs_in_order()
    {
        var page = await Cast.Dana.Browser.Page(Page);

        Assert.Equal(
            [
                "1. Vessel: Aurora, Queen of San Diego", "2. Persons aboard: 14: 2 crew and 12 guests expected",
                "3. Left from: Pier 3, Queen of San Diego", "Home port at: 32.7157° N, 117.1611° W",
                "4. Lines off: Wed, Jul 1, 10:00 AM", "5. Due back: Wed, Jul 1, 12:30 PM",
                "6. Last heard from: Wed, Jul 1, 11:30 AM",
                "7. Trip: Sunset sail",
                "8. Captain: Kim, +1 619 555 0100", "9. Charterer: Erin Booker, +1 619 555 0142",
            ],
            page.QuerySelectorAll("#watch .facts > div")
                .Select(fact => $"{fact.QuerySelector("dt")!.TextContent}: {fact.QuerySelector("dd")!.TextContent}"));
        Assert.Equal("45 min", page.QuerySelector(".big")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("#watch a[href='tel:+16195550100'].btn.small").Length);
    }

    [Fact]
    public async Task Boarded_guests_are_counted_as_persons_aboard_instead_of_expected_ones()
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
    public async Task Assigned_crew_may_view_it_captain_and_mate_may_acknowledge_and_others_are_forbidden()
    {
        Assert.NotNull((await Cast.Kim.Browser.Page(Page)).QuerySelector("#watch form"));
        Assert.Null((await Cast.Sam.Browser.Page(Page)).QuerySelector("#watch form"));
        Assert.Equal(403, (int)(await Cast.Sam.Browser.PostForm(Page)).StatusCode);
        Assert.Equal(403, (int)(await Cast.Alex.Browser.GetAsync(Page, stop)).StatusCode);
    }

    [Fact]
    public async Task A_second_acknowledgement_keeps_the_first_name()
    {
        await Cast.Dana.Browser.PostForm(Page);
        var second = await Cast.Olive.Browser.PostForm(Page);

        Assert.Equal(303, (int)second.StatusCode);
        Assert.Contains("Dana is handling this",
            (await Cast.Olive.Browser.Page(Page)).QuerySelector("#watch")!.TextContent, StringComparison.Ordinal);
    }
}
