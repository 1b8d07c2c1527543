using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class GuestLinksTests
{
    [Theory]
    [InlineData("dock")]
    [InlineData("party")]
    [InlineData("office")]
    public async Task No_link_signs_for_the_child_of_another_family(string kind)
    {
        var (mia, _) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Ana Cole");
        var link = kind == "office"
            ? (await day.Cast.Guest(day.CharterId, "Ben Reyes")).Page
            : await phone.Join(await day.JoinLink(kind), "Ana Cole");

        var signed = await phone.Sign(link, "Ana Cole", [.. Mother, .. Child("mia  cole")]);

        Assert.Equal(303, (int)signed.StatusCode);
        Assert.Equal("unsigned", (string?)(await day.Cast.Listed(day.CharterId, mia))["waiver"]!["status"]);
        Assert.Contains(await day.Guests(), guest => guest is { Name: "mia cole", IsPlaced: false, Waiver: "signed" });
    }

    [Theory]
    [InlineData("Mia Cole")]
    [InlineData("Nobody Listed")]
    public async Task The_answer_does_not_show_whether_a_child_is_on_the_list(string child)
    {
        await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Ana Cole");
        var stranger = await phone.Join(await day.JoinLink("party"), "Ana Cole");

        var signed = await phone.Sign(stranger, "Ana Cole", [.. Mother, .. Child(child)]);

        Assert.Equal((303, $"{stranger}/receipt?lang=en"),
            ((int)signed.StatusCode, signed.Headers.Location!.OriginalString));
        var facts = (await phone.Page($"{stranger}/receipt")).QuerySelector(".facts")!.TextContent;
        Assert.Contains(child, facts, StringComparison.Ordinal);
        Assert.Equal(["Ana Cole", child], (await day.Waiting()).Select(guest => guest.Name));
    }

    [Fact]
    public async Task A_minors_own_link_signs_only_for_that_minor_and_for_others_of_the_same_guardian()
    {
        var (mia, page) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Ana Cole");
        var (leo, _) = await day.Cast.Guest(day.CharterId, "Leo Cole", minor: true, guardian: "Ana Cole");
        var (tom, _) = await day.Cast.Guest(day.CharterId, "Tom Reyes", minor: true, guardian: "Dan Reyes");

        await phone.Sign(
            page, "Ana Cole",
            [.. Mother, .. Child("Mia Cole"), .. Child("Leo Cole", 1), .. Child("Tom Reyes", 2), .. Child("New", 3)]);

        Assert.Equal(
            [(mia, true, "signed"), (leo, true, "signed"), (tom, true, "unsigned")],
            (await day.Guests()).Take(3).Select(guest => (guest.Id, guest.IsPlaced, guest.Waiver)));
        Assert.Equal(
            [("New", true, "signed"), ("Tom Reyes", false, "signed")],
            (await day.Guests()).Skip(3).Select(guest => (guest.Name, guest.IsPlaced, guest.Waiver)).Order());
    }

    [Fact]
    public async Task A_guardian_with_a_link_of_the_office_signs_listed_children_and_adds_new_ones_at_once()
    {
        var (mia, _) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "ana  cole");
        var (ana, page) = await day.Cast.Guest(day.CharterId, "Ana Cole");

        await phone.Sign(page, "Ana Cole", [.. Mother, .. Child("Mia Cole"), .. Child("Leo Cole", 1)]);

        var guests = await day.Guests();
        Assert.Equal([mia, ana], guests.Take(2).Select(guest => guest.Id));
        Assert.All(guests, guest => Assert.Equal((true, "signed"), (guest.IsPlaced, guest.Waiver)));
        Assert.Equal("Leo Cole", guests[2].Name);
    }

    [Fact]
    public async Task Of_two_children_of_the_same_name_in_one_form_the_crew_places_the_second()
    {
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ana Cole");

        await phone.Sign(page, "Ana Cole", [.. Mother, .. Child("Leo Cole"), .. Child("leo  cole", 1)]);

        Assert.Equal([("Leo Cole", true), ("leo cole", false)],
            (await day.Guests()).Skip(1).OrderBy(guest => !guest.IsPlaced)
                .Select(guest => (guest.Name, guest.IsPlaced)));
    }
}
