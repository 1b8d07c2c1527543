using System.Text.RegularExpressions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

/// <summary>
/// A crew member confirms or declines by the link in an email: with its code in a browser without a session, or signed
/// in.
/// </summary>
public sealed partial class AttendanceAnswerPageTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly Dictionary<string, string> codes = [];
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
    public async Task The_link_and_code_in_the_email_lead_to_a_page_that_confirms_with_one_button()
    {
        await Cast.Kim.Api.Post($"{day.Api}/roles/deckhand/claim", new { member_id = Cast.Alex.MemberId }).Json();
        var message = await day.Ship.Post.Arrival($"alex@{Cast.Slug}.example", "you are deckhand");
        var link = new Uri(Link().Match(message.TextBody!).Value).AbsolutePath;
        codes[link] = message.CodeIn();
        Assert.Contains($"code for that page is {codes[link]}.", message.HtmlBody, StringComparison.Ordinal);

        var page = await phone.Page(link);
        Assert.Contains("Alex, can you make it?", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["yes", "no"], page.QuerySelectorAll("form button").Select(button => button.GetAttribute("value")));
        Assert.Null(await Confirmed(Cast.Alex));

        var answered = await Answer(link, "yes");

        Assert.Equal((303, link), ((int)answered.StatusCode, answered.Headers.Location!.ToString()));
        Assert.NotNull(await Confirmed(Cast.Alex));
        Assert.Contains("Thank you, Alex. You are confirmed.", (await phone.Page(link)).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_releases_only_that_members_position_and_sends_the_emails_once()
    {
        await Cast.Kim.Api.Post($"{day.Api}/roles/deckhand/claim", new { member_id = Cast.Alex.MemberId }).Json();
        var link = await Issue(Cast.Alex);
        var before = await day.Ship.Count();

        var (first, again) = (await Answer(link, "no"), await Answer(link, "no"));

        Assert.Equal((303, 303), ((int)first.StatusCode, (int)again.StatusCode));
        Assert.Equal(
            [
                "alex: Sat, Jul 4, 5:30 PM, Aurora: you are no longer deckhand",
                "dana: Sat, Jul 4, 5:30 PM, Aurora: Alex is no longer deckhand",
                "kim: Sat, Jul 4, 5:30 PM, Aurora: Alex is no longer deckhand",
                "olive: Sat, Jul 4, 5:30 PM, Aurora: Alex is no longer deckhand",
            ],
            await day.Ship.Letters(since: before));
        Assert.NotNull(await PositionOf(Cast.Sam));
        Assert.Null(await PositionOf(Cast.Alex));
        Assert.Contains("you have no role on this charter now", (await phone.Page(link)).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_after_the_position_was_released_is_refused()
    {
        var link = await Issue(Cast.Sam);
        await Cast.Sam.Api.Post($"{day.Api}/roles/deckhand/release").Json();

        var answered = await Answer(link, "yes");

        Assert.Equal(409, (int)answered.StatusCode);
        Assert.Contains("You no longer have a role on this charter.", (await answered.Html()).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(await PositionOf(Cast.Sam));
    }

    [Fact]
    public async Task The_page_shows_a_cancelled_charter_and_is_not_found_for_a_suspended_member()
    {
        var (sams, kims) = (await Issue(Cast.Sam), await Issue(Cast.Kim));
        await Cast.Dana.Api.Put($"/api/members/{Cast.Kim.MemberId}", new { status = "suspended" }).Json();
        await Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();

        var page = await phone.Page(sams);

        Assert.Contains("Fog", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You do not have to come.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.Equal(404, (int)(await phone.GetAsync(kims, stop)).StatusCode);
    }

    private async Task<string> Issue(TestUser user, TimeSpan? life = null, LinkKind kind = LinkKind.Presence)
    {
        var (token, code) = await day.LinkWithCode(kind, user.MemberId, life);
        var link = kind == LinkKind.Overdue ? $"/me/watch/{token}" : $"/me/answers/{token}";
        codes[link] = code;
        return link;
    }

    /// <summary>Answers with the code of the email.</summary>
    private Task<HttpResponseMessage> Answer(string link, string answer) =>
        phone.Send(link, ("answer", answer), ("code", codes.GetValueOrDefault(link, "")));

    private static FormUrlEncodedContent Form(string answer) => new([new("answer", answer)]);

    private async Task<string?> Confirmed(TestUser user) => (string?)(await PositionOf(user))?["confirmed_at"];

    private async Task<System.Text.Json.Nodes.JsonNode?> PositionOf(TestUser user) =>
        (await Cast.Dana.Api.Get(day.Api).Json())["roles"]!.AsArray()
            .FirstOrDefault(position => (Guid?)position!["member"]?["id"] == user.MemberId);

    [GeneratedRegex(@"https://ship\.test/me/answers/\S{43}")]
    private static partial Regex Link();
}
