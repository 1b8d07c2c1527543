using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class LimitsTests
{
    [Fact]
    public async Task Thirty_sign_in_emails_can_be_requested_from_one_address_in_fifteen_minutes()
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 30; i++)
            await visitor.Post("/api/auth/magic-links", new { email = $"nobody{i}@nowhere.example" }).Json(202);

        const string email = "sam@queen-of-san-diego.example";
        await AssertTooMany(visitor.Post("/api/auth/magic-links", new { email }), 900);
        await AssertTooMany(visitor.PostForm("/sign-in", ("email", email)), 900);
    }

    [Theory]
    [InlineData("/api/auth/magic-links?handler=x")]
    [InlineData("/api/auth/magic-links?handler=passkey")]
    [InlineData("/sign-in?handler=x")]
    [InlineData("/sign-in?handler=&handler=passkey")]
    public async Task A_handler_in_the_query_string_does_not_avoid_the_limit(string address)
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 30; i++)
            await visitor.Post("/api/auth/magic-links", new { email = $"nobody{i}@nowhere.example" }).Json(202);

        await AssertTooMany(
            address.StartsWith("/api", StringComparison.Ordinal)
                ? visitor.Post(address, new { email = "sam@queen-of-san-diego.example" })
                : visitor.PostForm(
                    "/sign-in", address["/sign-in".Length..], ("email", "sam@queen-of-san-diego.example")),
            900);
    }

    [Fact]
    public async Task A_mailbox_gets_three_emails_in_fifteen_minutes_and_ten_a_day_with_the_same_responses()
    {
        using var visitor = app.CreateClient();
        for (var quarter = 0; quarter < 5; quarter++)
        {
            for (var i = 0; i < 5; i++)
            {
                var email = i % 2 == 0 ? "sam@queen-of-san-diego.example" : "SAM@Queen-of-San-Diego.example";
                var response = await visitor.Post("/api/auth/magic-links", new { email }).Json(202);
                Assert.Equal(43, ((string)response["ask"]!).Length);
            }

            Assert.Equal(new[] { 3, 6, 9, 10, 10 }[quarter], await SentLinks());
            app.Clock.Advance(TimeSpan.FromMinutes(16));
        }
    }

    [Fact]
    public async Task After_two_hundred_sign_in_emails_in_an_hour_an_operators_people_get_no_more_and_others_do()
    {
        var strangers = await app.Cast("strangers");
        await app.Change(queen.OperatorId, async (db, actor) =>
        {
            var crew = Enumerable.Range(0, 67).Select(i => Person.WithAddress($"crew{i}@nowhere.example")).ToList();
            await db.AddRangeAsync(crew);
            await db.AddRangeAsync(crew.Select(person => new Member(queen.OperatorId, person.Id, new()
            {
                Name = person.Email!, Email = person.Email!, Role = MemberRole.Crew, Qualifications = [],
            })));
            await db.AddRangeAsync(
                Enumerable.Range(0, 199)
                    .Select(i => MagicLink.Asked(crew[i % crew.Count].Id, RandomTokens.Token(), actor.At)));
            return true;
        });
        using var visitor = app.CreateClient();
        string[] emails = ["sam@queen-of-san-diego.example", "kim@queen-of-san-diego.example", "nobody@nowhere.example",
            $"kim@{strangers.Slug}.example"];
        var sent = new List<int>();
        foreach (var email in emails)
        {
            Assert.Equal(["ask"], Fields(await visitor.Post("/api/auth/magic-links", new { email }).Json(202)));
            Assert.Equal(200, (int)(await visitor.PostForm("/sign-in", ("email", "other@nowhere.example"))).StatusCode);
            sent.Add(await SentLinks());
        }

        Assert.Equal([200, 200, 200, 201], sent);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await visitor.Post("/api/auth/magic-links", new { email = emails[1] }).Json(202);
        Assert.Equal(202, await SentLinks());
    }

    private static IEnumerable<string> Fields(JsonNode response) => response.AsObject().Select(field => field.Key);

    private async Task<int> SentLinks()
    {
        await app.Rest();
        return await app.In(services =>
            services.GetRequiredService<AppDbContext>().Set<MagicLink>()
                .CountAsync(link => link.PersonId != null && link.MemberId == null));
    }
}
