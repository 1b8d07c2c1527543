using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>A whole charter day through the API. The end-to-end journey of the same name does it in browsers.</summary>
public sealed partial class CharterDayTests
{
    [Fact]
    public async Task From_creating_an_operator_to_every_email_of_the_day()
    {
        await using var app = new AppFixture();
        var owner = await Owner(app);

        var vessel = await owner
            .Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49, minimum_crew = 2 }).Json(201);
        var list = await owner.Post("/api/checklist-templates", new
        {
            name = "Before departure",
            phase = "pre_departure",
            items = new[]
            {
                new { text = "Navigation lights", required = true },
                new { text = "Bilge pump", required = true },
            },
        }).Json(201);
        var type = await owner.Post("/api/charter-types", new
        {
            name = "Sunset sail",
            duration_minutes = 150,
            schedule = new { anchor = "sunset", offset_minutes = -90 },
            roles = new { captain = 1, first_mate = 0, deckhand = 1 },
            checklist_template_ids = new[] { list["id"] },
        }).Json(201);
        var kim = await Invite(app, owner, "Kim", "captain");
        var sam = await Invite(app, owner, "Sam", "deckhand");

        var charter = await Plan(owner, vessel, type, await IdOf(kim), "2026-07-04");
        var other = await Plan(owner, vessel, type, await IdOf(kim), "2026-07-05");
        Assert.Equal("2026-07-05T01:30:00Z", (string?)charter["departure_time"]); // 90 minutes before sunset at 20:00
        Assert.Equal("Sunset sail", (string?)charter["title"]);
        await app.Post.Arrival("kim@queen.example", "captain");

        await sam.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        await app.Post.Arrival("sam@queen.example", "deckhand");
        await app.Post.Arrival("kim@queen.example", "Sam");
        await app.Post.Arrival("olive@queen.example", "Sam");

        var checklist = charter["checklists"]![0]!;
        var marked = await Task.WhenAll(Mark(kim, charter, checklist, 0), Mark(sam, charter, checklist, 1));
        Assert.All(marked, answer => Assert.True(answer.IsSuccessStatusCode));
        var current = await owner.GetAsync($"/api/events/{charter["id"]}").Json();
        Assert.Equal(2, (int)current["checklists"]![0]!["progress"]!["complete"]!);

        var cancelled = await owner.Post($"/api/events/{other["id"]}/cancel", new { reason = "Small craft advisory" })
            .Json();
        Assert.Equal("cancelled", (string?)cancelled["status"]);
        var message = await app.Post.Arrival("kim@queen.example", "canceled");
        Assert.Contains("Small craft advisory", message.TextBody, StringComparison.Ordinal);
    }

    private static async Task<HttpClient> Owner(AppFixture app)
    {
        var input = Cast.QueenOfSanDiego("queen", "olive@queen.example");
        var (token, _) = await app.In(services =>
            services.GetRequiredService<OperatorSetup>().Create(input, CancellationToken.None));
        return await SignIn(app, token!, "Olive");
    }

    /// <summary>The owner invites a person, who signs in with the link in the email.</summary>
    private static async Task<HttpClient> Invite(AppFixture app, HttpClient owner, string name, string qualification)
    {
        var address = $"{name.ToLowerInvariant()}@queen.example";
        var member = new { name, email = address, role = "crew", qualifications = new[] { qualification } };
        await owner.Post("/api/members", member).Json(201);
        var message = await app.Post.Arrival(delivery => delivery.To.Contains(address));
        return await SignIn(app, SignInLink().Match(message.TextBody ?? "").Groups[1].Value, name);
    }

    private static async Task<HttpClient> SignIn(AppFixture app, string token, string name)
    {
        var client = app.CreateClient();
        var tokens = await client.Post("/api/auth/tokens", new { token, name }).Json();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string?)tokens["access_token"]);
        return client;
    }

    private static async Task<string> IdOf(HttpClient member) =>
        (string)(await member.GetAsync("/api/me").Json())["member_id"]!;

    private static Task<JsonNode> Plan(
        HttpClient office, JsonNode vessel, JsonNode type, string captain, string date) =>
        office.Post("/api/events", new
        {
            vessel_id = vessel["id"],
            charter_type_id = type["id"],
            captain_id = captain,
            event_date = date,
            meeting_point = "Pier 3",
            publish = true,
        }).Json(201);

    private static Task<HttpResponseMessage> Mark(HttpClient crew, JsonNode charter, JsonNode list, int item) =>
        crew.Put(
            $"/api/events/{charter["id"]}/checklists/{list["id"]}",
            new { items = new[] { new { id = list["items"]![item]!["id"], state = "complete", version = 1 } } });

    [GeneratedRegex(@"/sign-in/(\S+)")]
    private static partial Regex SignInLink();
}
