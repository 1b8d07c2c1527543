using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Emails;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Emails;

/// <summary>What became of the emails about the last change of a charter.</summary>
public sealed class NoticeResultTests : FragmentTestBase
{
    [Theory]
    [InlineData(3, 0, 0, 0, "3 sent.")]
    [InlineData(2, 1, 0, 1, "2 sent, 1 waiting; 1 guest has no address.")]
    [InlineData(2, 0, 1, 2, "2 sent, 1 not delivered; 2 guests have no address.")]
    public void It_says_how_many_were_sent_wait_or_failed_and_who_has_no_address(
        int sent, int waiting, int failed, int withoutAddress, string outcome) => Assert.Equal(
        $"Emails about the last change, Jul 4, 12:00 PM · {outcome}",
        Result(new(UtcCharter.At(12), sent, waiting, failed), withoutAddress: withoutAddress).Words());

    [Fact]
    public void Only_failed_emails_are_an_alarm()
    {
        Assert.Empty(Result(new(UtcCharter.At(12), 2, 1, 0)).FindAll(".note.alarm"));
        Assert.Single(Result(new(UtcCharter.At(12), 2, 1, 1)).FindAll(".note.alarm"));
    }

    [Fact]
    public void It_refreshes_itself_while_emails_are_being_sent_but_not_for_long()
    {
        Assert.Equal(("every 3s", Viewers.PagesOf(UtcCharter.Scheduled()).Home[..7]),
            (Result(new(UtcCharter.At(12), 2, 1, 0), minutes: 1).Attribute("#told", "hx-trigger"),
                Result(new(UtcCharter.At(12), 2, 1, 0), minutes: 1).Attribute("#told", "hx-get")?[..7]));
        Assert.Null(Result(new(UtcCharter.At(12), 2, 1, 0), minutes: 2).Attribute("#told", "hx-get"));
        Assert.Null(Result(new(UtcCharter.At(12), 3, 0, 0), minutes: 1).Attribute("#told", "hx-get"));
    }

    [Fact]
    public void Only_the_office_has_a_link_to_the_emails()
    {
        Assert.Equal("Emails of this charter",
            Result(new(UtcCharter.At(12), 3, 0, 0), Viewers.Dana).Find("a").Words());
        Assert.Empty(Result(new(UtcCharter.At(12), 3, 0, 0), Viewers.Kim).FindAll("a"));
    }

    private IRenderedComponent<NoticeResult> Result(
        LastNotice notice, Viewer? viewer = null, int withoutAddress = 0, int minutes = 5)
    {
        var guests = Enumerable.Range(1, withoutAddress)
            .Select(number => TestGuests.Guest(new GuestDetails { Name = $"Guest {number}" }));
        var view = CharterViews.View(UtcCharter.Scheduled()).With(new GuestManifest([.. guests], null, false));
        return Show<NoticeResult>(result => result
            .Add(p => p.Notice, notice)
            .Add(p => p.View, view)
            .Add(p => p.Viewer, viewer ?? Viewers.Kim)
            .Add(p => p.Now, UtcCharter.At(12, minutes)));
    }
}
