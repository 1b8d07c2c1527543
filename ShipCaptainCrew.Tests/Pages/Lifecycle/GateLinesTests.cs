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
            <ul class="rows"><li><span class="todo">Too many.</span>
            <span><span class="badge alarm">Stop</span></span></li></ul>
            """);
    }

    [Fact]
    public void A_line_is_a_stop_unless_it_may_be_overridden()
    {
        var lines = Lines(
            Viewers.Kim, new Blocker(Gate.CaptainMissing, "There is no captain.", false), Open(0));

        Assert.Equal(["There is no captain. Stop", "List 1 left"], Texts(lines.FindAll("li")));
        Assert.Equal(["Stop"], Texts(lines.FindAll(".badge.alarm")));
    }

    [Fact]
    public void Open_items_of_a_list_are_one_line_to_the_first_of_them()
    {
        var lines = Lines(Viewers.Kim, Open(1), Open(2), Open(3));

        Assert.Equal("List 3 left", Assert.Single(lines.FindAll("li")).Words());
        Assert.Equal($"{Home}/checklists/{list.Id}#i{list.Items[1].Id:N}", lines.Attribute("a", "href"));
    }

    [Fact]
    public void Unsigned_waivers_are_one_line_to_the_guest_list()
    {
        var unsigned = Enumerable.Range(1, 2).Select(number => new Blocker(
            GuestManifest.WaiverUnsigned, $"Waiver not signed: Guest {number}", true, Guid.CreateVersion7()));

        var lines = Lines(Viewers.Kim, [.. unsigned]);

        Assert.Equal(("Waivers 2 not signed", $"{Home}/guests"),
            (Assert.Single(lines.FindAll("li")).Words(), lines.Attribute("a", "href")));
    }

    [Fact]
    public void What_is_done_is_listed_below_with_who_and_when()
    {
        var muster = TestGuests.Muster();
        muster.Orient("Life jackets", UtcCharter.ByKim(17, 10));
        muster.Count(CountOf.Departure, 1, UtcCharter.ByKim(17, 12));
        muster.SendAshore(1, "Lee", UtcCharter.ByKim(17, 15));
        var manifest = new GuestManifest([TestGuests.Guest("Ben", GuestStatus.Boarded).Signed()], muster, true);

        var lines = Show<GateLines>(gate => gate.Add(p => p.Lines, []).Add(p => p.ShowsMet, true)
            .Add(p => p.View, CharterViews.View(charter).With(manifest)).Add(p => p.Viewer, Viewers.Kim));

        Assert.Equal(
            [
                "Waivers 1 signed", "Head count Kim, 5:12 PM", "Safety talk Kim, 5:10 PM",
                "Count sent ashore Kim, 5:15 PM",
            ],
            Texts(lines.FindAll("li:has(.tick)")));
    }

    [Fact]
    public void Guests_who_are_not_aboard_are_a_line_although_they_prevent_nothing()
    {
        var lines = Show<GateLines>(gate => gate.Add(p => p.Lines, []).Add(p => p.NotAboard, 2)
            .Add(p => p.View, CharterViews.View(charter)).Add(p => p.Viewer, Viewers.Kim));

        Assert.Equal(("Guests aboard 0 of 2", $"{Home}/guests"),
            (lines.Find("li").Words(), lines.Attribute("a", "href")));
    }

    private Blocker Open(int i) => new(Gate.ItemOpen, $"Not done: {list.Items[i].Text}", true, list.Items[i].Id);

    private string? Link(Viewer viewer, Blocker line) => Lines(viewer, line).Attribute("li.task a", "href");

    private IRenderedComponent<GateLines> Lines(Viewer viewer, params Blocker[] lines) => Show<GateLines>(gate => gate
        .Add(p => p.Lines, lines)
        .Add(p => p.View, CharterViews.View(charter).With(list))
        .Add(p => p.Viewer, viewer));
}
