using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Lifecycle;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed class GateLinesTests : FragmentTestBase
{
    private static readonly Guid Defect = Guid.CreateVersion7(), Ben = Guid.CreateVersion7();

    private readonly Charter charter = UtcCharter.In(CharterStatus.Boarding);
    private readonly Checklist list;

    public GateLinesTests() => list = UtcCharter.List(
        charter, Phase.PreDeparture, ("Oil", true), ("Coolant", true), ("Belts", true), ("Fuel", true));

    private string Home => Viewers.PagesOf(charter).Home;

    public static TheoryData<string, string> Fixes => new()
    {
        { Gate.CaptainMissing, "/crew" },
        { Gate.ManningShort, "/crew" },
        { GuestManifest.HeadCountMissing, "/muster#departure" },
        { GuestManifest.HeadCountMismatch, "/muster#departure" },
        { GuestManifest.OrientationMissing, "/muster#orientation" },
        { GuestManifest.CountNotSentAshore, "/muster#ashore" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public void A_line_links_to_where_it_is_fixed(string code, string address) =>
        Assert.Equal(Home + address, Link(Viewers.Kim, new(code, "Something is missing.", true)));

    [Fact]
    public void A_line_about_one_thing_links_to_it()
    {
        var item = list.Items[1].Id;

        Assert.Equal($"{Home}/checklists/{list.Id}#i{item:N}", Link(Viewers.Kim, Open(1)));
        Assert.Equal($"{Home}/guests#g{Ben:N}",
            Link(Viewers.Kim, new(GuestManifest.WaiverUnsigned, "Waiver not signed: Ben", true, Ben)));
        Assert.Equal($"/queen/vessels/{charter.VesselId}/defects/{Defect}",
            Link(Viewers.Kim, new(Gate.NoSailDefect, "No-sail", false, Defect)));
    }

    [Fact]
    public void Those_who_cannot_fix_it_get_the_crew_list_or_no_link()
    {
        Assert.Equal($"{Home}#crew", Link(Viewers.Alex, new(Gate.ManningShort, "1 deckhand still needed.", false)));
        Assert.Equal($"{Home}/edit", Link(Viewers.Dana, new(Gate.OverCapacity, "Too many.", false)));
        var line = Lines(Viewers.Kim, new Blocker(Gate.OverCapacity, "Too many.", false));
        line.MarkupMatches("""
            <ul class="rows"><li><span>Too many.</span><span><span class="badge alarm">Stop</span></span></li></ul>
            """);
    }

    [Fact]
    public void A_line_is_a_stop_unless_it_may_be_overridden()
    {
        var lines = Lines(
            Viewers.Kim, new Blocker(Gate.CaptainMissing, "There is no captain.", false), Open(0));

        Assert.Equal(["There is no captain. Stop", "Not done: Oil Open"], Texts(lines.FindAll("li")));
        Assert.Equal(["Stop"], Texts(lines.FindAll(".badge.alarm")));
    }

    [Fact]
    public void Three_lines_of_a_kind_are_shown_one_by_one_and_four_as_one()
    {
        Assert.Equal(3, Lines(Viewers.Kim, Open(0), Open(1), Open(2)).FindAll("li").Count);

        var combined = Lines(Viewers.Kim, Open(0), Open(1), Open(2), Open(3));

        Assert.Equal("List: 4 required items are not done Open", Assert.Single(combined.FindAll("li")).Words());
        Assert.Equal($"{Home}/checklists/{list.Id}#i{list.Items[0].Id:N}", combined.Attribute("a", "href"));
    }

    [Fact]
    public void Many_unsigned_waivers_are_one_link_to_the_guest_list()
    {
        var unsigned = Enumerable.Range(1, 4).Select(number => new Blocker(
            GuestManifest.WaiverUnsigned, $"Waiver not signed: Guest {number}", true, Guid.CreateVersion7()));

        var lines = Lines(Viewers.Kim, [.. unsigned]);

        Assert.Equal(("4 waivers are not signed", $"{Home}/guests"),
            (Assert.Single(lines.FindAll("a")).Words(), lines.Attribute("a", "href")));
    }

    private Blocker Open(int i) => new(Gate.ItemOpen, $"Not done: {list.Items[i].Text}", true, list.Items[i].Id);

    private string? Link(Viewer viewer, Blocker line) => Lines(viewer, line).Attribute("li.task a", "href");

    private IRenderedComponent<GateLines> Lines(Viewer viewer, params Blocker[] lines) => Show<GateLines>(gate => gate
        .Add(p => p.Lines, lines)
        .Add(p => p.View, CharterViews.View(charter).With(list))
        .Add(p => p.Viewer, viewer));
}
