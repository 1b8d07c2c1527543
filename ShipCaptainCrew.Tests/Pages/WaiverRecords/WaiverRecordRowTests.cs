using Bunit;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Pages.WaiverRecords;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverRecords;

public sealed class WaiverRecordRowTests : FragmentTestBase
{
    private const string ListUrl = "/queen/waivers/book?part=2";

    [Fact]
    public void A_signed_waiver_is_a_link_with_its_charter_and_how_long_it_is_kept()
    {
        var waiver = TestWaivers.Signed();

        var row = Row(waiver);

        Assert.Equal(
            ["Ana Cole", "Jul 4, 2026, 4:00 PM", "Sunset sail, Aurora, Jul 4, 2026", "Jul 4, 2030"],
            Texts(row.FindAll("tr > *")).Take(4));
        var pages = Viewers.Olive.Pages.Charter(waiver.Record.CharterId);
        Assert.Equal([pages.Waiver(waiver.Record.Id), pages.Home, pages.Proof(waiver.Record.Id)],
            row.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Empty(row.FindAll(".badge"));
    }

    [Fact]
    public void A_waiver_signed_for_others_names_them()
    {
        var row = Row(TestWaivers.Signed(children: ["<b>Mia</b>", "Leo Cole"]));

        Assert.Equal("Ana Cole, for <b>Mia</b>, Leo Cole", row.Find("th a").Words());
        Assert.Equal("Proof pack of Ana Cole, for <b>Mia</b>, Leo Cole", row.Find("a.btn").Words());
        Assert.Empty(row.FindAll("b"));
    }

    [Fact]
    public void It_can_be_held_with_a_reason()
    {
        var waiver = TestWaivers.Signed();

        var row = Row(waiver);

        Assert.False(row.Find("details").HasAttribute("open"));
        Assert.Equal("Hold the waiver of Ana Cole", row.Find("summary").Words());
        Assert.Equal($"{ListUrl}&id={waiver.Record.Id}&handler=Hold", row.Attribute("form", "action"));
        Assert.Equal(Token, row.Attribute("[name=__RequestVerificationToken]", "value"));
        Assert.Equal(row.Attribute("label", "for"), row.Find("[name=reason]").Id);
    }

    [Fact]
    public void A_refused_reason_is_shown_again_in_the_open_form()
    {
        var row = Row(TestWaivers.Signed(), refusedReason: "Because");

        Assert.True(row.Find("details").HasAttribute("open"));
        Assert.Equal("Because", row.Attribute("[name=reason]", "value"));
    }

    [Fact]
    public void A_hold_is_shown_with_its_reason_and_can_be_lifted()
    {
        var waiver = TestWaivers.Signed();
        waiver.Keeping!.Hold("Claim of Ms <Cole>", waiver.Record, UtcCharter.ByKim(18));

        var row = Row(waiver);

        Assert.Equal("On hold", row.Find(".badge.sea").Words());
        Assert.Equal("Jul 4, 2030 Claim of Ms <Cole>", row.Find("td:nth-child(4)").Words());
        Assert.Equal("Lift the hold of Ana Cole", row.Find("form button").Words());
        Assert.Equal($"{ListUrl}&id={waiver.Record.Id}&handler=Lift", row.Attribute("form", "action"));
        Assert.Empty(row.FindAll("details"));
    }

    [Fact]
    public void An_altered_waiver_is_an_alarm_and_shows_nothing_of_its_content()
    {
        var row = Row(TestWaivers.Signed() with { Soundness = IntegrityCheck.Altered, Content = null });

        Assert.Equal("Altered", row.Find(".badge.alarm").Words());
        Assert.Equal(("Record 7", "Charter"), (row.Find("th a").Words(), row.Find("td[data-label=Charter]").Words()));
        Assert.Empty(row.FindAll("a.btn"));
    }

    [Fact]
    public void An_erased_waiver_says_when_and_has_nothing_to_hold()
    {
        var row = Row(TestWaivers.Erased());

        Assert.Equal(("Record 7 Erased automatically", "Erased Jul 5, 2030"),
            (row.Find("th").Words(), row.Find("td:nth-child(4)").Words()));
        Assert.Empty(row.FindAll("form, details, a.btn"));
    }

    private IRenderedComponent<WaiverRecordRow> Row(SignedWaiver waiver, string? refusedReason = null) =>
        Show<WaiverRecordRow>(row => row
            .Add(p => p.Waiver, waiver)
            .Add(p => p.Viewer, Viewers.Olive)
            .Add(p => p.ListUrl, ListUrl)
            .Add(p => p.RefusedReason, refusedReason));
}
