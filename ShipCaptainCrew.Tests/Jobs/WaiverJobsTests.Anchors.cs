using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Emails with the last waiver record, and changes to the records.</summary>
public sealed partial class WaiverJobsTests
{
    [Fact]
    public async Task The_last_record_is_emailed_to_the_owner_once_and_again_only_after_new_records()
    {
        Assert.NotNull(await Run<EmailWaiverAnchors>(AppFixture.Morning));
        Assert.Null(await Run<EmailWaiverAnchors>(AppFixture.Morning.AddDays(1)));
        await signed.Day.Cast.Signs(signed.Day.CharterId, "Dov");
        Assert.NotNull(await Run<EmailWaiverAnchors>(AppFixture.Morning.AddDays(2)));

        var emails =
            await In(
                db => db.Outbox.Where(email => email.Kind == WaiverAnchorEmail.Kind).OrderBy(email => email.Id)
                    .ToListAsync());
        var last = await In(db => db.Waivers.OrderByDescending(row => row.Seq).FirstAsync());
        Assert.Equal([3L, 4L], emails.Select(email => WaiverAnchor.Of(email).Seq));
        Assert.Equal(Convert.ToHexStringLower(last.Hash), WaiverAnchor.Of(emails[1]).Hash);
        Assert.All(emails, email => Assert.Equal(signed.Day.Cast.Olive.MemberId, email.MemberId));
    }

    [Fact]
    public async Task The_owner_is_told_if_the_last_record_has_been_deleted_since_the_last_backup()
    {
        signed.Day.Ship.Services.GetRequiredService<Backups>().Make();
        signed.Tamper("DELETE FROM waivers WHERE Seq = 3");

        var summary = await Run<EmailWaiverAnchors>(AppFixture.Morning);

        Assert.Contains("record 3 is missing", summary, StringComparison.Ordinal);
        Assert.Contains("record 3 is missing",
            (await In(db => db.Outbox.SingleAsync(email => email.Kind == WaiverAnchorEmail.Kind))).Facts,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiver_records_cannot_be_changed_through_the_data_model()
    {
        await Assert.ThrowsAsync<DbUpdateException>(
            () => signed.Day.Ship.Change(Operator, async (db, _) => db.Remove(await db.Waivers.FirstAsync())));
        await Assert.ThrowsAsync<DbUpdateException>(
            () =>
                signed.Day.Ship.Change(Operator,
                    async (db, _) =>
                        db.Entry(await db.Waivers.FirstAsync()).Property(row => row.At).CurrentValue = DayAfter));
        await Assert.ThrowsAsync<DbUpdateException>(
            () =>
                signed.Day.Ship.Change(Operator,
                    async (db, _) =>
                        db.Entry(await db.Waivers.FirstAsync()).Property(row => row.Body).CurrentValue = null));
    }
}
