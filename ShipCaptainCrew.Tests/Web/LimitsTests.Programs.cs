using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class LimitsTests
{
    [Fact]
    public async Task A_person_can_make_six_hundred_requests_a_minute_over_all_their_tokens()
    {
        var again = await queen.Sam.SignInAgain(app, queen.OperatorId);
        foreach (var program in new[] { queen.Sam.Api, again, queen.Sam.Browser })
            for (var i = 0; i < 200; i++) Assert.Equal(200, (int)(await program.Get("/api/me")).StatusCode);

        foreach (var program in new[] { queen.Sam.Api, again, queen.Sam.Browser })
            await AssertTooMany(program.Get("/api/me"), 60);
        Assert.Equal(200, (int)(await queen.Sam.Browser.Get($"/{queen.Slug}/me")).StatusCode);
        await queen.Kim.Api.Get("/api/me").Json();
    }

    [Fact]
    public async Task Six_hundred_invalid_tokens_a_minute_are_checked_per_address_without_affecting_valid_ones()
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 600; i++)
        {
            using var response = await visitor.With("Authorization", $"Bearer guess{i}", HttpMethod.Get, "/api/me");
            Assert.Equal(401, (int)response.StatusCode);
        }

        await AssertTooMany(visitor.With("Authorization", "Bearer one more", HttpMethod.Get, "/api/me"), 60);
        await queen.Sam.Api.Get("/api/me").Json();
    }

    [Fact]
    public async Task A_rate_limit_is_reported_as_problem_details_to_programs_and_as_a_page_to_people()
    {
        await using var hasty = new AppFixture { Settings = { ["Limits:Api"] = "1", ["Limits:SignIn"] = "1" } };
        var kim = (await hasty.Cast()).Kim;
        using var visitor = hasty.CreateClient();
        await kim.Api.Get("/api/me").Json();
        await visitor.PostForm("/sign-in", ("email", "kim@queen-of-san-diego.example"));

        using var program = await kim.Api.Get("/api/me");
        using var lost = await kim.Api.Get("/queen-of-san-diego");
        using var person = await visitor.PostForm("/sign-in", ("email", "kim@queen-of-san-diego.example"));

        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Equal("too_many", (string?)(await Task.FromResult(program).Json(429))["code"]);
        foreach (var page in new[] { lost, person })
            Assert.Equal((429, "Too many tries"),
                ((int)page.StatusCode, (await page.Html()).QuerySelector("main h1")?.TextContent));
    }
}
