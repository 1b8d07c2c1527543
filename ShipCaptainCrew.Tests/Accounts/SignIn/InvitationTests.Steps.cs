using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class InvitationTests
{
    private static Task<JsonNode> Accept(HttpClient api, string token, int status = 200) =>
        api.Post("/api/invitations/accept", new { token }).Json(status);

    /// <summary>Robin invites a person, by default Kim, to the strangers.</summary>
    /// <returns>The token of an invitation.</returns>
    private async Task<string> Invite(string email = Kim, string role = "crew")
    {
        using var robin = await strangers.Olive.SignInAgain(app, strangers.OperatorId);
        var member = await robin.Post("/api/members", new { name = "Kim Park", email, role }).Json(201);
        return await InvitationOf(strangers, member.Id());
    }

    private Task<string> InvitationOf(Cast cast, Guid memberId) => app.In(async services =>
    {
        var member = await cast.Look(db => db.Members.AsNoTracking().FirstAsync(row => row.Id == memberId, stop));
        return (await services.GetRequiredService<MagicLinks>().Invite(member, stop)).Token;
    });

    private Task<List<Member>> KimsMemberships(Cast cast) =>
        cast.Look(db => db.Members.AsNoTracking().Where(member => member.Email == Kim).ToListAsync(stop));

    /// <summary>Requests a sign-in link for Kim in a browser, and follows it there.</summary>
    private async Task<HttpResponseMessage> SignIn(HttpClient browser)
    {
        var before = app.Post.Deliveries.ToHashSet();
        await browser.PostForm("/sign-in", ("email", Kim));
        var message = await app.Post.Arrival(delivery =>
            delivery.To.Contains(Kim) && delivery.Message.Subject == "Your sign-in link" && !before.Contains(delivery));
        return await browser.PostForm(Link().Match(message.TextBody!).Value);
    }

    private HttpClient Visitor() => app.CreateClient(new() { AllowAutoRedirect = false });

    private HttpClient With(string token)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<int> StatusOf(HttpClient client, string address) =>
        (int)(await client.Get(address)).StatusCode;

    [GeneratedRegex("/sign-in/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
