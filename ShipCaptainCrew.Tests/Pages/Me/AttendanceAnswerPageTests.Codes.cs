using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

public sealed partial class AttendanceAnswerPageTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    public async Task Without_the_right_code_the_link_changes_nothing_and_the_form_stays_as_typed(string answer)
    {
        await Cast.Kim.Api.Post($"{day.Api}/roles/deckhand/claim", new { member_id = Cast.Alex.MemberId }).Json();
        var link = await Issue(Cast.Alex);
        var revision = await Revision();
        foreach (var typed in new[] { "", LinkCodes.OtherThan(codes[link]) })
        {
            using var refused = await phone.Send(link, ("answer", answer), ("code", typed));
            var page = await refused.Html();
            Assert.Equal(422, (int)refused.StatusCode);
            Assert.Equal(typed, page.QuerySelector(".field.bad [name=code]")!.GetAttribute("value") ?? "");
            Assert.Contains(typed.Length == 0 ? "Enter the code" : "This code is wrong.",
                page.QuerySelector("#code-e")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(["I'll be there", "I can't"],
                page.QuerySelectorAll("form button").Select(button => button.TextContent));
        }

        Assert.Equal(revision, await Revision());
    }

    [Fact]
    public async Task An_idempotency_key_is_not_stored_with_the_token_of_the_link()
    {
        var link = await Issue(Cast.Sam);
        var request = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Headers = { { "Idempotency-Key", "k" } },
            Content = new FormUrlEncodedContent([new("answer", "yes"), new("code", codes[link])]),
        };

        using var answered = await phone.SendAsync(request, stop);

        Assert.Equal(303, (int)answered.StatusCode);
        Assert.Equal(0, await day.Ship.In(services => services.GetRequiredService<AppDbContext>()
            .AcrossOperators<HandledRequest>().CountAsync(row => row.Route.Contains("/me/answers"))));
    }

    [Fact]
    public async Task After_five_wrong_codes_the_link_only_shows_the_page_and_offers_to_sign_in()
    {
        var link = await Issue(Cast.Sam);
        for (var i = 0; i < 5; i++)
            await phone.Send(link, ("answer", "no"), ("code", LinkCodes.OtherThan(codes[link])));

        Assert.Equal(409, (int)(await Answer(link, "no")).StatusCode);
        await AssertOffersSignIn(link);
        Assert.NotNull(await PositionOf(Cast.Sam));
    }

    [Fact]
    public async Task A_link_of_an_earlier_version_has_no_code_so_the_member_signs_in_and_comes_back()
    {
        var token = await day.Ship.In(services => services.GetRequiredService<SignedLinks>().Issue(
            LinkKind.Presence, Cast.OperatorId, day.CharterId, Cast.Sam.MemberId, AppFixture.Morning.AddDays(2), stop));
        var link = $"/me/answers/{token}";
        Assert.Equal(409, (int)(await phone.Send(link, ("answer", "no"), ("code", "00000000"))).StatusCode);
        await AssertOffersSignIn(link);
        await phone.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(link)}", stop);

        var signedIn = await (Cast.Sam with { Browser = phone }).SignInBeside(day.Ship, $"sam@{Cast.Slug}.example");

        Assert.Equal(link, $"{signedIn.Headers.Location}");
        Assert.Equal(303, (int)(await phone.PostForm(link, ("answer", "no"))).StatusCode);
        Assert.Null(await PositionOf(Cast.Sam));
    }

    [Fact]
    public async Task The_signed_in_member_answers_without_a_code_but_only_with_the_pages_own_form()
    {
        var link = await Issue(Cast.Sam);
        var browser = Cast.Sam.Browser;
        Assert.Null((await browser.Page(link)).QuerySelector("[name=code]"));
        Assert.Equal(409, (int)(await browser.Send(link, ("answer", "no"))).StatusCode);
        Assert.NotNull(await PositionOf(Cast.Sam));

        Assert.Equal(303, (int)(await browser.PostForm(link, ("answer", "no"))).StatusCode);

        Assert.Null(await PositionOf(Cast.Sam));
        var entry = await Cast.Look(db => db.Log.AsNoTracking().OrderBy(row => row.Seq).LastAsync(stop));
        Assert.Equal((Cast.Sam.MemberId, Cast.Sam.SessionId, false), (entry.MemberId, entry.SessionId, entry.IsByLink));
    }

    [Fact]
    public async Task Another_signed_in_member_needs_the_code_too_and_acts_for_the_holder_of_the_link()
    {
        var link = await Issue(Cast.Sam);
        foreach (var browser in new[] { Cast.Alex.Browser, Cast.Olive.Browser })
            Assert.Equal(422, (int)(await browser.PostForm(link, ("answer", "no"))).StatusCode);
        Assert.NotNull(await PositionOf(Cast.Sam));

        await Cast.Alex.Browser.PostForm(link, ("answer", "no"), ("code", codes[link]));

        var entry = await Cast.Look(db => db.Log.AsNoTracking().OrderBy(row => row.Seq).LastAsync(stop));
        Assert.Equal((Cast.Sam.MemberId, null), (entry.MemberId, entry.SessionId));
    }

    [Fact]
    public async Task Wrong_codes_from_one_address_are_counted_over_all_links()
    {
        await using var limited =
            await CharterFixture.Begin(new AppFixture { Settings = { ["Limits:FailedTries"] = "3" } });
        using var guesser = limited.Ship.Phone();
        var statuses = new List<int>();
        var (token, code) = ("", "");
        for (var i = 0; i < 4; i++)
        {
            (token, code) = await limited.LinkWithCode(LinkKind.Presence, limited.Cast.Sam.MemberId);
            using var response = await guesser.Send(
                $"/me/answers/{token}", ("answer", "no"), ("code", LinkCodes.OtherThan(code)));
            statuses.Add((int)response.StatusCode);
        }

        using var right = await guesser.Send($"/me/answers/{token}", ("answer", "no"), ("code", code));
        Assert.Equal([422, 422, 422, 429, 429], statuses.Append((int)right.StatusCode));
        Assert.NotNull(right.Headers.RetryAfter);
    }

    private async Task AssertOffersSignIn(string link)
    {
        var page = await phone.Page(link);
        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(link)}",
            page.QuerySelector("#main a.btn")!.GetAttribute("href"));
    }

    private async Task<long> Revision() => (long)(await Cast.Kim.Api.Get(day.Api).Json())["revision"]!;
}
