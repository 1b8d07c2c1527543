using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

public sealed partial class WaiverCopyTests
{
    [Fact]
    public async Task A_guest_matched_with_their_entry_gets_it_at_the_address_typed_there()
    {
        var ana = await Match();

        var copy = await day.Ship.Post.Arrival(Address, "Signed");

        Assert.Equal((Address, "+1 619 555 0101"), await day.Cast.Look(db => db.Guests.Where(guest => guest.Id == ana)
            .Select(guest => ValueTuple.Create(guest.Email, guest.Phone)).SingleAsync()));
        Assert.Equal(200, await Status(copy.TextBody!));
    }

    [Fact]
    public async Task Correcting_the_address_of_a_matched_guest_revokes_the_link_to_the_copy()
    {
        var ana = await Match();
        var copy = (await day.Ship.Post.Arrival(Address, "Signed")).TextBody!;

        await day.Cast.Dana.Api.Put($"{day.Api}/guests/{ana}", new { email = "right@guests.example" }).Json();

        Assert.Equal(404, await Status(copy));
    }

    /// <summary>Ana joins with an address and signs; the crew says that she is the guest on the list.</summary>
    private async Task<Guid> Match()
    {
        var (ana, _) = await day.Cast.Guest(day.CharterId, "Ana Cole");
        var joined = await phone.Join(
            await day.JoinLink("party"), "Ana Cole", ("email", Address), ("phone", "+1 619 555 0101"));
        await phone.Sign(joined, "Ana Cole");
        await day.Cast.Dana.Api
            .Post($"{day.Api}/guests/{(await day.Waiting())[0].Id}/place", new { same_as = ana }).Json();
        return ana;
    }

    private async Task<int> Status(string copy)
    {
        var link = LinkShape().Match(copy).Groups[1].Value;
        return (int)(await phone.GetAsync($"{link}/receipt", TestContext.Current.CancellationToken)).StatusCode;
    }

    [GeneratedRegex(@"https://ship\.test(/waivers/[^/?\s]+)")]
    private static partial Regex LinkShape();
}
