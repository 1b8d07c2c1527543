using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    [Fact]
    public async Task Sending_again_creates_a_new_link_and_keeps_the_consents_given()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        await Confirm(oldLink);
        app.Clock.Advance(TimeSpan.FromHours(23));
        var before = await app.Count();

        Assert.Equal(303, (int)(await cast.AskAgain(Sam)).StatusCode);

        Assert.Equal(["sam: Is this your new email address?"], await app.Letters(since: before));
        Assert.Equal(404, (int)(await Confirm(newLink)).StatusCode);
        var again = await app.AddressLink(New);
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (int)(await phone.GetAsync(again, stop)).StatusCode);
        await Confirm(again);
        Assert.Equal(New, await Email(cast, Sam.MemberId));
    }

    [Fact]
    public async Task Sending_again_does_not_extend_the_deadline()
    {
        await cast.AskFor(Sam, New);
        app.Clock.Advance(TimeSpan.FromHours(23));
        await cast.AskAgain(Sam);
        var link = await app.AddressLink(New);

        app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(404, (int)(await Confirm(link)).StatusCode);
        Assert.DoesNotContain(
            "Changes to", (await Sam.Browser.Page($"{Home}/me")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_gets_at_most_three_of_these_emails_in_fifteen_minutes()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(303, (int)(await cast.AskFor(Sam, New)).StatusCode);
            await app.Rest();
        }

        var fourth = await cast.AskFor(Sam, New);
        var anothers = await cast.AskFor(cast.Kim, New.ToUpperInvariant());

        Assert.Equal((409, 303), ((int)fourth.StatusCode, (int)anothers.StatusCode));
        Assert.Contains("Check both mailboxes", (await fourth.Html()).Body!.TextContent, StringComparison.Ordinal);
        await app.Rest();
        Assert.Equal(3, app.Post.Deliveries.Count(delivery => delivery.To.Contains(Old)));
        Assert.Equal(3, app.Post.Deliveries.Count(delivery =>
            delivery.To.Any(to => to.Equals(New, StringComparison.OrdinalIgnoreCase))));
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(303, (int)(await cast.AskAgain(Sam)).StatusCode);
    }

    [Fact]
    public async Task An_email_change_is_deleted_a_week_after_it_ended()
    {
        await cast.AskFor(Sam, New);
        await app.Rest();

        foreach (var (days, left) in new[] { (8, 1), (9, 0) })
        {
            var now = AppFixture.Morning.AddDays(days);
            await app.In(services =>
                ActivatorUtilities.CreateInstance<PurgeExpired>(services)
                    .Run(new Occurrence(Guid.Empty, now, now), stop));
            var count = await app.In(services =>
                services.GetRequiredService<AppDbContext>().Set<EmailChange>().CountAsync(stop));
            Assert.Equal(left, count);
        }
    }
}
