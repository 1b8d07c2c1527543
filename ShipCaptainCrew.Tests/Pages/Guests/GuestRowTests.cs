using Bunit;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class GuestRowTests : FragmentTestBase
{
    private const string Address = "/queen/guest";

    private static readonly GuestDetails BenCole = new()
    {
        Name = "Ben Cole", Email = "ben@example.com", Phone = "+1 619 555 0101", Needs = "Nuts",
    };

    [Theory]
    [InlineData(GuestStatus.Expected, "expected", "Expected")]
    [InlineData(GuestStatus.Arrived, "arrived", "Arrived")]
    [InlineData(GuestStatus.Boarded, "boarded", "Aboard")]
    [InlineData(GuestStatus.NoShow, "no_show", "No-show")]
    public void Only_the_button_of_the_present_state_is_pressed(GuestStatus where, string name, string label)
    {
        var row = Row(TestGuests.Guest("Ben Cole", where));

        Assert.Equal(name, row.Attribute("li", "data-s"));
        Assert.Equal(["Expected", "Arrived", "No-show", "Aboard"], Texts(row.FindAll("button[name=where]")));
        Assert.Equal([label], Texts(row.FindAll("button[aria-pressed=true]")));
        Assert.Equal(label, row.Find("summary .meta").Words());
        Assert.Equal((Address, Token),
            (row.Attribute("form", "action"), row.Attribute("[name=__RequestVerificationToken]", "value")));
    }

    [Fact]
    public void Once_marked_it_says_since_when()
    {
        Assert.Equal("Aboard 4:45 PM",
            Row(TestGuests.Guest("Ben Cole", GuestStatus.Boarded)).Find(".more p").Words());
        Assert.Equal("✓ Signed · Aboard 4:45 PM",
            Row(TestGuests.Guest("Ben Cole", GuestStatus.Boarded).Signed()).Find(".more p").Words());
        Assert.Empty(Row(TestGuests.Guest("Ben Cole")).FindAll(".more p"));
    }

    [Fact]
    public void A_guest_who_cannot_be_marked_is_a_name_without_buttons()
    {
        var row = Row(TestGuests.Guest("Ben Cole"), mayMark: false);

        Assert.Equal("Ben Cole", row.Find("p b").Words());
        Assert.Empty(row.FindAll("form, button"));
        Assert.Single(row.FindAll(".fold ~ .more"));
    }

    public static TheoryData<string?, string> Minors => new()
    {
        { null, "○ Not signed: a parent or guardian signs" },
        { "Ana Cole", "○ Not signed: Ana Cole signs for this minor" },
    };

    [Theory]
    [MemberData(nameof(Minors))]
    public void An_unsigned_waiver_of_a_minor_says_who_signs(string? guardian, string label) =>
        Assert.Equal(label,
            Row(TestGuests.Guest(new GuestDetails { Name = "Mia", IsMinor = true, GuardianName = guardian }))
                .Find(".more p").Words());

    [Fact]
    public void A_signed_waiver_names_the_signer_if_that_is_somebody_else()
    {
        Assert.Equal("✓ Signed", Row(TestGuests.Guest("Mia Cole").Signed()).Find(".more p").Words());
        Assert.Equal("✓ Signed by Ana Cole",
            Row(TestGuests.Guest("Mia Cole").Signed("Ana Cole")).Find(".more p").Words());
        Assert.Equal("No waiver to sign", Row(TestGuests.Guest("Mia"), signsWaiver: false).Find(".more p").Words());
    }

    public static TheoryData<Guest, string> Waivers => new()
    {
        { TestGuests.Guest("Mia Cole"), "want Not signed" },
        { TestGuests.Guest("Mia Cole").Signed(), "tick Signed" },
        { TestGuests.Guest("Mia Cole").Signed("Ana Cole"), "tick Signed" },
        { TestGuests.Guest(new GuestDetails { Name = "Mia", IsMinor = true }), "want Not signed" },
        { TestGuests.Guest(new GuestDetails { Name = "Mia", IsMinor = true }).Signed("Ana Cole"), "tick By guardian" },
    };

    [Theory]
    [MemberData(nameof(Waivers))]
    public void A_closed_row_says_in_one_word_whether_the_waiver_is_signed(Guest guest, string expected)
    {
        var word = Row(guest).Find("summary :is(.want, .tick)");

        Assert.Equal(expected, $"{word.ClassName} {word.Words()}");
        Assert.Empty(Row(guest, signsWaiver: guest.HasSigned).FindAll("summary .want"));
    }

    [Fact]
    public void The_signed_waiver_is_a_link_for_those_who_may_read_it()
    {
        var guest = TestGuests.Guest("Mia Cole").Signed();

        Assert.Equal(("/queen/waiver", "✓ Signed – Mia Cole"),
            (Row(guest, record: "/queen/waiver").Attribute(".more p a", "href"),
                Row(guest, record: "/queen/waiver").Find(".more p a").Words()));
        Assert.Empty(Row(guest).FindAll("a"));
    }

    [Fact]
    public void Needs_are_shown_until_the_charter_is_over()
    {
        var row = Row(TestGuests.Guest(BenCole), showsNeeds: true);
        Assert.Equal(("Needs: Nuts", "Needs"), (row.Find(".note").Words(), row.Find("legend .badge").Words()));
        Assert.Empty(Row(TestGuests.Guest(BenCole)).FindAll(".note, .badge"));
        Assert.Empty(Row(TestGuests.Guest("Mia Cole"), showsNeeds: true).FindAll(".note, .badge"));
    }

    [Fact]
    public void Contact_details_are_links_for_those_who_keep_the_list_only()
    {
        Assert.Equal(["tel:+16195550101", "mailto:ben@example.com", $"{Address}/edit#sign", $"{Address}/edit"],
            Row(TestGuests.Guest(BenCole), keeps: true).FindAll(".reach a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Link to sign – Mia Cole", "Edit – Mia Cole"],
            Texts(Row(TestGuests.Guest("Mia Cole"), keeps: true).FindAll(".reach a")));
        Assert.Equal(["Edit – Mia Cole"],
            Texts(Row(TestGuests.Guest("Mia Cole").Signed(), keeps: true).FindAll(".reach a")));
        Assert.DoesNotContain("555", Row(TestGuests.Guest(BenCole)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_tap_is_announced_at_its_row()
    {
        var row = Row(TestGuests.Guest("Ben Cole"), refusal: Refusal.Conflict("over", "This charter is over."));

        Assert.Equal("item conflict", row.Find("li").ClassName);
        Assert.Equal("This charter is over.", row.Find("[role=alert]").Words());
    }

    [Fact]
    public void Markup_in_names_and_needs_is_shown_as_text()
    {
        var row = Row(
            TestGuests.Guest(new GuestDetails { Name = "<img src=x>", Needs = "<script>nuts</script>" }),
            showsNeeds: true, keeps: true);

        Assert.Equal("<img src=x>", row.Find("legend bdi").TextContent);
        Assert.Empty(row.FindAll("img, script"));
    }

    private IRenderedComponent<GuestRow> Row(
        Guest guest, bool mayMark = true, bool keeps = false, bool showsNeeds = false, bool signsWaiver = true,
        string? record = null, Refusal? refusal = null) => Show<GuestRow>(row => row
        .Add(p => p.Guest, guest)
        .Add(p => p.SignsWaiver, signsWaiver)
        .Add(p => p.Action, Address)
        .Add(p => p.Edit, $"{Address}/edit")
        .Add(p => p.Zone, TimeZoneInfo.Utc)
        .Add(p => p.Revision, 3)
        .Add(p => p.MayMark, mayMark)
        .Add(p => p.Keeps, keeps)
        .Add(p => p.ShowsNeeds, showsNeeds)
        .Add(p => p.Record, record)
        .Add(p => p.Refusal, refusal));
}
