using System.Net;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    [Fact]
    public async Task Requesting_another_persons_address_looks_the_same_and_only_that_person_is_told()
    {
        var observed = new List<(string Shape, int Emails, string Badges)>();
        foreach (var (who, email) in new[]
        {
            (cast.Sam, "kam@queen-of-san-diego.example"), (cast.Max, "KIM@queen-of-san-diego.example"),
        })
        {
            var before = await app.Count();
            using var asked = await cast.AskFor(who, email);
            var headers = asked.Headers.Concat(asked.Content.Headers).Select(header => header.Key).Order();
            var shape = $"{(int)asked.StatusCode} {asked.Headers.Location} {string.Join(',', headers)}";
            var badges = (await who.Browser.Page($"{Home}/me"))
                .QuerySelectorAll("section[aria-labelledby=address] .badge").Select(badge => badge.TextContent);
            observed.Add((shape, (await app.Letters(since: before)).Length, string.Join('|', badges)));
        }

        Assert.Equal(observed[0], observed[1]);
        Assert.Equal((2, "Waiting|Waiting"), (observed[0].Emails, observed[0].Badges));
        var message =
            await app.Post.Arrival("KIM@queen-of-san-diego.example", "Somebody asked to sign in with your address");
        Assert.DoesNotContain("/me/address/", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("max", message.TextBody, StringComparison.OrdinalIgnoreCase);
        await Confirm(await app.AddressLink("max@queen-of-san-diego.example"));
        Assert.Equal("max@queen-of-san-diego.example", await Email(cast, cast.Max.MemberId));
    }

    [Fact]
    public async Task When_two_people_request_one_address_the_second_is_refused_and_keeps_the_old_one()
    {
        await cast.AskFor(Sam, New);
        await cast.AskFor(cast.Kim, New);
        await app.Rest();
        var links = app.Post.Deliveries.Where(delivery => delivery.To.Contains(New))
            .Select(delivery => delivery.Message.TextBody!.Split("https://ship.test")[1].Split()[0]).ToList();
        foreach (var old in new[] { Old, "kim@queen-of-san-diego.example" }) await Confirm(await app.AddressLink(old));

        var responses = await Task.WhenAll(links.Select(Confirm));

        Assert.Equal([303, 409], responses.Select(answer => (int)answer.StatusCode).Order());
        var refused = await responses.Single(response => response.StatusCode == HttpStatusCode.Conflict).Html();
        Assert.Contains(
            "Somebody else signs in with this address", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Your address stays as it was", refused.QuerySelector("h1")!.TextContent);
        Assert.Single(await Emails(), New);
    }

    [Fact]
    public async Task An_address_that_was_invited_in_the_meantime_is_not_taken_away()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        await Confirm(oldLink);
        await cast.Dana.Api.Post("/api/members", new { name = "Other Sam", email = New, role = "crew" }).Json(201);

        Assert.Equal(409, (int)(await Confirm(newLink)).StatusCode);

        Assert.Equal(Old, await Email(cast, Sam.MemberId));
        Assert.Null(await WaitingFor(Sam));
    }
}
