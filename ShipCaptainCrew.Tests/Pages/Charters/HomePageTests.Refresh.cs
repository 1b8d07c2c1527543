using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class HomePageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/week")]
    public async Task A_refresh_returns_the_list_alone_or_304_if_unchanged(string view)
    {
        var first = await Refresh(null);
        var text = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("<div id=\"charters\"", text.Trim(), StringComparison.Ordinal);
        Assert.Equal(304, (int)(await Refresh(first.Headers.ETag!.ToString())).StatusCode);

        await Cast.Plan(Aurora).Json(201);

        Assert.Equal(200, (int)(await Refresh(first.Headers.ETag!.ToString())).StatusCode);

        Task<HttpResponseMessage> Refresh(string? tag)
        {
            var request =
                new HttpRequestMessage(HttpMethod.Get, Home + view) { Headers = { { "HX-Request", "true" } } };
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return Cast.Dana.Browser.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_live_page_holds_the_note_that_offers_to_sign_in_and_come_back_to_it()
    {
        var note = (await Cast.Dana.Browser.Page($"{Home}/week?week=2026-07-06")).GetElementById("signed-out")!;

        Assert.True(note.HasAttribute("hidden"));
        var link = note.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString($"{Home}/week?week=2026-07-06")}", link);
    }

    [Fact]
    public async Task The_query_count_does_not_depend_on_the_number_of_charters()
    {
        var type = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour, null,
            await Cast.Template("Before departure", "Bilge pump", "Navigation lights"));
        await Cast.Plan(Aurora, new() { ["charter_type_id"] = type }).Json(201);
        var (week, mine) = (await Count(Cast.Dana), await Count(Cast.Kim));
        for (var day = 1; day <= 5; day++)
            await Cast.Plan(Aurora,
                new() { ["charter_type_id"] = type, ["event_date"] = $"2026-07-0{day}", ["departure_time"] = "08:00",
                    ["return_time"] = "09:00" })
                .Json(201);

        Assert.Equal((week, mine), (await Count(Cast.Dana), await Count(Cast.Kim)));
        Assert.InRange(week, 1, 14);
        Assert.InRange(mine, 1, 8);

        Task<int> Count(TestUser user) => Ship.Queries.During(() => user.Browser.Page(Home));
    }
}
