using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

/// <summary>"I'll be there" and "I can't" from a letter, by a browser that was never signed in.</summary>
public sealed partial class AttendanceAnswerPageTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture day = null!;
    private HttpClient phone = null!;

    private Cast Cast => day.Cast;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        phone = day.Ship.CreateClient(new() { AllowAutoRedirect = false });
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_letter_asks_and_one_press_says_yes()
    {
        await Cast.Kim.Api.Post($"{day.Api}/roles/deckhand/claim", new { member_id = Cast.Alex.MemberId }).Json();
        var message = await day.Ship.Post.Arrival($"alex@{Cast.Slug}.example", "you are deckhand");
        var link = new Uri(Link().Match(message.TextBody!).Value).AbsolutePath;

        var page = await phone.Page(link);
        Assert.Contains("Alex, will you be there?", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["yes", "no"], page.QuerySelectorAll("form button").Select(button => button.GetAttribute("value")));
        Assert.Null(await Confirmed(Cast.Alex));

        var said = await Say(link, "yes");

        Assert.Equal((303, link), ((int)said.StatusCode, said.Headers.Location!.ToString()));
        Assert.NotNull(await Confirmed(Cast.Alex));
        Assert.Contains("Thank you, Alex: you will be there.", (await phone.Page(link)).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_no_gives_up_that_members_place_alone_and_the_usual_letters_go_out_once()
    {
        await Cast.Kim.Api.Post($"{day.Api}/roles/deckhand/claim", new { member_id = Cast.Alex.MemberId }).Json();
        var link = await Issue(Cast.Alex);
        var before = await day.Ship.Count();

        var (first, again) = (await Say(link, "no"), await Say(link, "no"));

        Assert.Equal((303, 303), ((int)first.StatusCode, (int)again.StatusCode));
        Assert.Equal(
            ["alex: Sat 4 Jul 17:30, Aurora: you are no longer deckhand",
                "dana: Sat 4 Jul 17:30, Aurora: Alex is no longer deckhand",
                "kim: Sat 4 Jul 17:30, Aurora: Alex is no longer deckhand",
                "olive: Sat 4 Jul 17:30, Aurora: Alex is no longer deckhand"],
            await day.Ship.Letters(since: before));
        Assert.NotNull(await PlaceOf(Cast.Sam));
        Assert.Null(await PlaceOf(Cast.Alex));
        Assert.Contains("you have no place on this charter now", (await phone.Page(link)).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_place_is_gone_a_late_yes_takes_no_other()
    {
        var link = await Issue(Cast.Sam);
        await Cast.Sam.Api.Post($"{day.Api}/roles/deckhand/release").Json();

        var said = await Say(link, "yes");

        Assert.Equal(409, (int)said.StatusCode);
        Assert.Contains("You no longer have a place on this charter.", (await said.Html()).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(await PlaceOf(Cast.Sam));
    }

    [Fact]
    public async Task A_cancelled_charter_says_so_and_a_member_who_may_not_come_finds_nothing()
    {
        var (sams, kims) = (await Issue(Cast.Sam), await Issue(Cast.Kim));
        await Cast.Dana.Api.Put($"/api/members/{Cast.Kim.MemberId}", new { status = "suspended" }).Json();
        await Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();

        var page = await phone.Page(sams);

        Assert.Contains("Fog", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You need not come.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.Equal(404, (int)(await phone.GetAsync(kims, stop)).StatusCode);
    }

    private async Task<string> Issue(TestUser who, TimeSpan? life = null, LinkKind kind = LinkKind.Presence) =>
        await day.Ship.In(async services =>
    {
        var token = await services.GetRequiredService<SignedLinks>()
            .Issue(kind, Cast.OperatorId, day.CharterId, who.MemberId,
                day.Ship.Clock.GetUtcNow() + (life ?? TimeSpan.FromDays(2)), stop);
        return kind == LinkKind.Overdue ? $"/me/watch/{token}" : $"/me/answers/{token}";
    });

    private Task<HttpResponseMessage> Say(string link, string answer) => phone.PostAsync(link, Form(answer), stop);

    private static FormUrlEncodedContent Form(string answer) => new([new("answer", answer)]);

    private async Task<string?> Confirmed(TestUser who) => (string?)(await PlaceOf(who))?["confirmed_at"];

    private async Task<System.Text.Json.Nodes.JsonNode?> PlaceOf(TestUser who) =>
        (await Cast.Dana.Api.Get(day.Api).Json())["roles"]!.AsArray()
            .FirstOrDefault(place => (Guid?)place!["member"]?["id"] == who.MemberId);

    [GeneratedRegex(@"https://ship\.test/me/answers/\S{43}")]
    private static partial Regex Link();
}
