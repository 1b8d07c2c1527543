using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed partial class WaiverPageTests
{
    [Fact]
    public async Task A_waiver_of_a_cancelled_charter_cannot_be_signed_but_a_receipt_is_still_shown()
    {
        var ((_, page), (_, signed)) = (await Queen.Guest(charter, "Ben Cole"), await Queen.Guest(charter, "Ana Cole"));
        await phone.Sign(signed, "Ana Cole");
        await Queen.Dana.Api.Post($"/api/events/{charter}/cancel", new { reason = "Gale" }).Json();

        var closed = await phone.GetAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal(410, (int)closed.StatusCode);
        Assert.Contains("This charter is canceled", (await closed.Html()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(409, (int)(await phone.Sign(page, "Ben Cole")).StatusCode);
        Assert.Equal(
            200, (int)(await phone.GetAsync($"{signed}/receipt", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Unknown_and_revoked_links_get_the_same_response()
    {
        var ((_, working), (_, revoked)) = (
            await Queen.Guest(charter, "Ben Cole"), await Queen.Guest(charter, "Ana Cole"));
        await fixture.Ship.Change(Queen.OperatorId, async (db, actor) =>
        {
            var links = await db.Set<SignedLink>().OrderByDescending(link => link.CreatedAt)
                .ThenByDescending(link => link.Id).Take(1).ToListAsync();
            links[0].Revoke(actor.At);
            return true;
        });

        var pages = new List<string>();
        foreach (var address in new[] {
            "/waivers/nothing-there", revoked, $"{revoked}/receipt", "/waivers/nothing-there/receipt" })
        {
            var answer = await phone.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(404, (int)answer.StatusCode);
            pages.Add((await answer.Html()).QuerySelector("main")!.TextContent.Trim());
        }

        Assert.Single(pages.Distinct());
        Assert.Equal(404, (int)(await phone.Sign(revoked, "Ana Cole")).StatusCode);
        Assert.Equal(200, (int)(await phone.GetAsync(working, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_receipt_remains_after_the_guest_is_removed_from_the_list()
    {
        var (guest, page) = await Queen.Guest(charter, "Ben Cole");
        await phone.Sign(page, "Ben Cole");
        await Queen.Dana.Api.DeleteAsync(
            $"/api/events/{charter}/guests/{guest}", TestContext.Current.CancellationToken);

        Assert.Contains("Ben Cole", (await phone.Page($"{page}/receipt")).QuerySelector(".facts")!.TextContent,
            StringComparison.Ordinal);
    }
}
