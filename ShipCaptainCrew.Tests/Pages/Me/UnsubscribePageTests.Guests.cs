using Microsoft.EntityFrameworkCore;
using MimeKit;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

/// <summary>
/// A guest turns off the scheduled reminders to sign a waiver. The first request, and one that a person sends, are not
/// optional.
/// </summary>
public sealed partial class UnsubscribePageTests
{
    private const string Ben = "ben@guests.example", Ann = "ann@guests.example";

    [Fact]
    public async Task One_click_ends_the_reminders_to_sign_for_that_mailbox_and_requests_by_hand_still_go()
    {
        await Cast.Waiver();
        var ben = await Cast.Guest(day.CharterId, "Ben Cole", Ben);
        await Cast.Guest(day.CharterId, "Ben's child", Ben.ToUpperInvariant(), minor: true, guardian: "Ben Cole");
        await Cast.Guest(day.CharterId, "Ann Lee", Ann);
        await day.RemindGuests(DayBefore);
        await day.Ship.Rest();
        Assert.Equal((2, 1), (Reminders(Ben), Reminders(Ann)));

        await provider.OneClick(Last(Ben).StopLink());
        await day.RemindGuests(ThreeHoursBefore);
        await day.Ship.Rest();
        Assert.Equal((2, 2), (Reminders(Ben), Reminders(Ann)));

        var asked = await Cast.Dana.Browser.PostForm($"{day.Charter}/guests/{ben.Id}/edit", "?handler=Mail");
        Assert.Equal(303, (int)asked.StatusCode);
        await day.Ship.Rest();
        Assert.DoesNotContain(HeaderId.ListUnsubscribe, Last(Ben).Headers.Select(header => header.Id));
        Assert.Equal(2, Reminders(Ben));
    }

    [Fact]
    public async Task The_stop_is_logged_without_the_address_and_ends_by_the_same_page()
    {
        await Cast.Waiver();
        await Cast.Guest(day.CharterId, "Ben Cole", Ben);
        await day.RemindGuests(DayBefore);
        await day.Ship.Rest();
        var link = Last(Ben).StopLink();

        await provider.OneClick(link);
        await provider.OneClick(link);

        var entry = Assert.Single(await Log("waiver.reminders_stopped"));
        Assert.Equal((null, day.CharterId), (entry.MemberId, entry.CharterId));
        Assert.DoesNotContain("@", entry.Facts, StringComparison.Ordinal);
        Assert.Equal(1, await Cast.Look(db => db.ReminderStops.CountAsync()));
        var off = await provider.Page(link);
        Assert.Contains("to sign a waiver", off.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Ben, off.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(off.QuerySelector($"a[href='/{Cast.Slug}/me']"));
        await provider.Send(link + off.QuerySelector("form")!.GetAttribute("action"));
        await provider.Send($"{link}?handler=Resume");
        Assert.Single(await Log("waiver.reminders_resumed"));
        await day.RemindGuests(ThreeHoursBefore);
        await day.Ship.Rest();
        Assert.Equal(2, Reminders(Ben));
    }

    [Fact]
    public async Task A_guests_link_still_works_after_the_guest_was_removed_and_years_later()
    {
        await Cast.Waiver();
        var ben = await Cast.Guest(day.CharterId, "Ben Cole", Ben);
        await day.RemindGuests(DayBefore);
        await day.Ship.Rest();
        var link = Last(Ben).StopLink();
        await day.Ship.Change(Cast.OperatorId, async (db, _) =>
        {
            var guest = await db.Guests.FirstAsync(row => row.Id == ben.Id, stop);
            guest.Remove();
            return db.Remove(guest);
        });

        day.Ship.Clock.Advance(TimeSpan.FromDays(59));
        Assert.Equal(200, (int)(await provider.OneClick(link)).StatusCode);
        Assert.Null(Assert.Single(await Log("waiver.reminders_stopped")).CharterId);
        day.Ship.Clock.Advance(TimeSpan.FromDays(1000));
        Assert.Equal(200, (int)(await provider.GetAsync(link, stop)).StatusCode);
    }

    private int Reminders(string to) => day.Ship.Post.Deliveries.Count(mail =>
        IsTo(mail, to) && mail.Message.Headers.Contains(HeaderId.ListUnsubscribe));

    private MimeMessage Last(string to) => day.Ship.Post.Deliveries.Last(mail => IsTo(mail, to)).Message;

    private static bool IsTo(SmtpSink.Delivery mail, string address) =>
        mail.To.Contains(address, StringComparer.OrdinalIgnoreCase);
}
