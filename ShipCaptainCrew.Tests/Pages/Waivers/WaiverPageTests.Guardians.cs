using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed partial class WaiverPageTests
{
    [Fact]
    public async Task A_minor_cannot_sign_without_a_guardian()
    {
        var (guest, page) = await Queen.Guest(charter, "Mia Cole", minor: true);
        Assert.Contains("You sign for Mia Cole", (await phone.Page(page)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(422, (int)(await phone.Sign(page, "Mia Cole")).StatusCode);
        Assert.Equal(422,
            (int)(await phone.Sign(page, "mia  cole", ("guardian_relationship", "mother"),
                ("children[0].name", "Mia Cole"), ("children[0].birth_date", "2017-05-01"))).StatusCode);
        Assert.Equal(422,
            (int)(await phone.Sign(page, "Ana Cole", ("children[0].name", "Mia Cole"),
                ("children[0].birth_date", "2017-05-01"))).StatusCode);
        Assert.Equal("unsigned", (string?)(await Queen.Listed(charter, guest))["waiver"]!["status"]);
    }

    [Fact]
    public async Task A_guardian_signs_once_for_several_children_in_any_order()
    {
        var (mia, page) = await Queen.Guest(charter, "Mia Cole", minor: true, guardian: "Ana Cole");
        var (leo, _) = await Queen.Guest(charter, "Leo Cole", minor: true, guardian: "Ana Cole");
        var before = (await Queen.Book()).Count;

        var answer = await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"),
            ("children[0].name", "leo cole"), ("children[0].birth_date", "2015-05-01"),
            ("children[1].name", "Mia Cole"), ("children[1].birth_date", "2017-05-01"));

        Assert.Equal(303, (int)answer.StatusCode);
        var record = Assert.Single((await Queen.Book())[before..]);
        var content = WaiverContent.Read(record.Body!);
        Assert.Equal(
            [("leo cole", leo), ("Mia Cole", mia)], content.Children.Select(child => (child.Name, child.GuestId)));
        Assert.Equal(new DateOnly(2035, 5, 1).AddYears(4),
            await Queen.Look(
                db => db.WaiverRetentions.Where(row => row.WaiverId == record.Id).Select(row => row.RetainUntil)
                    .FirstAsync()));
        foreach (var guest in new[] { mia, leo })
            Assert.Equal(record.Id, (Guid?)(await Queen.Listed(charter, guest))["waiver"]!["waiver_id"]);
    }

    [Fact]
    public async Task A_second_adult_who_names_the_child_adds_an_entry_that_the_crew_matches()
    {
        var (mia, page) = await Queen.Guest(charter, "Mia Cole", minor: true);
        var (_, fatherPage) = await Queen.Guest(charter, "Dan Cole");
        await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"), ("children[0].name", "Mia Cole"),
            ("children[0].birth_date", "2017-05-01"));
        var first = (await Queen.Listed(charter, mia))["waiver"]!.ToJsonString();

        Assert.Equal(303,
            (int)(await phone.Sign(fatherPage, "Dan Cole", ("guardian_relationship", "father"),
                ("children[0].name", "Mia Cole"), ("children[0].birth_date", "2017-05-01"))).StatusCode);

        var entry = await Queen.Look(db => db.Guests.SingleAsync(guest => guest.CharterId == charter
            && !guest.IsPlaced));
        Assert.Equal(("Mia Cole", "Dan Cole"), (entry.Name, entry.GuardianName));
        Assert.Equal(first, (await Queen.Listed(charter, mia))["waiver"]!.ToJsonString());
        await Queen.Dana.Api.Post($"/api/events/{charter}/guests/{entry.Id}/place", new { same_as = mia }).Json();
        Assert.Equal(2, await Queen.Look(db => db.Guests.CountAsync(guest => guest.CharterId == charter)));
        Assert.Equal(first, (await Queen.Listed(charter, mia))["waiver"]!.ToJsonString());
    }

    [Fact]
    public async Task The_form_of_the_offices_link_to_a_named_guardian_has_the_childrens_names_filled_in()
    {
        var (_, page) = await Queen.Guest(charter, "Ana Cole");
        var (mia, _) = await Queen.Guest(charter, "Mia Cole", minor: true, guardian: "ana  cole");
        await Queen.Guest(charter, "Leo Cole", minor: true, guardian: "Ana Cole");
        await Queen.Guest(charter, "Tom Reyes", minor: true, guardian: "Dan Reyes");

        var form = await phone.Page(page);

        Assert.True(form.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal(["Mia Cole", "Leo Cole"],
            form.QuerySelectorAll("[name^=children][name$=name]").Select(field => field.GetAttribute("value")));
        Assert.Contains("signs for Mia Cole, Leo Cole", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(422,
            (int)(await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"),
                ("children[0].name", "Mia Cole"), ("children[0].birth_date", ""))).StatusCode);
        await phone.Sign(page, "Ana Cole", ("guardian_relationship", "mother"), ("children[0].name", "Mia Cole"),
            ("children[0].birth_date", "2017-05-01"), ("children[1].name", ""), ("children[1].birth_date", ""));
        Assert.Equal("signed", (string?)(await Queen.Listed(charter, mia))["waiver"]!["status"]);
    }
}
