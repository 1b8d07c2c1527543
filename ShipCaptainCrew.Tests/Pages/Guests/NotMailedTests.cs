using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

/// <summary>
/// Tests that the office sees which guests were not asked to sign, because their address was mailed enough.
/// </summary>
public sealed class NotMailedTests : IAsyncLifetime
{
    private const string Note = "Not asked by email: the address was emailed 10 times today. Show the link.";

    private CharterFixture day = null!;

    private string Page => $"{day.Charter}/guests";

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var rows = Enumerable.Range(1, 12).Select(i => $"Guest {i:00},booker@guests.example");
        await day.Cast.Kim.Browser.PostForm(
            $"{Page}/import", "?handler=Add", ("list", $"name,email\n{string.Join('\n', rows)}"));
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_list_and_the_page_of_each_guest_say_so_until_the_day_is_over()
    {
        Assert.Equal(["Guest 11", "Guest 12"], await Named());
        var guests = await day.Guests();
        Assert.DoesNotContain(Note, await Edit(guests[0].Id), StringComparison.Ordinal);
        Assert.Contains(Note, await Edit(guests[11].Id), StringComparison.Ordinal);

        day.Ship.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Empty(await Named());
    }

    [Fact]
    public async Task It_stays_after_a_tap_and_is_gone_once_the_guest_has_signed()
    {
        var guest = (await day.Guests())[11].Id;
        var row = await (await day.Cast.Kim.Browser.Tap(Page, $"{Page}/{guest}", ("where", "arrived"))).Html();
        Assert.Contains(Note, row.Text(), StringComparison.Ordinal);

        var link = await day.Cast.Dana.Api.Post($"{day.Api}/guests/{guest}/link").Json(201);
        await day.Ship.Sign((string)link["waiver_url"]!, "Guest 12");

        Assert.Equal(["Guest 11"], await Named());
    }

    [Fact]
    public async Task Crew_who_do_not_keep_the_list_do_not_see_it() =>
        Assert.DoesNotContain(
            Note, (await day.Cast.Sam.Browser.Page(Page)).Text(), StringComparison.Ordinal);

    private async Task<IEnumerable<string>> Named() =>
        from row in (await day.Cast.Kim.Browser.Page(Page)).QuerySelectorAll("#items > li")
        where row.TextContent.Contains("Not asked by email", StringComparison.Ordinal)
        select row.QuerySelector("legend")!.TextContent;

    private async Task<string> Edit(Guid guest) =>
        (await day.Cast.Kim.Browser.Page($"{Page}/{guest}/edit")).Text();
}
