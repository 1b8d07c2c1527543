using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverTemplates;

public sealed partial class WaiverTemplatePagesTests
{
    [Fact]
    public async Task A_change_makes_a_new_version_and_signed_waivers_keep_theirs()
    {
        var id = await fixture.Queen.Waiver("Signed once");
        var charter = await Charter(id);
        var (_, page) = await fixture.Queen.Guest(charter, "Ben Cole");
        using var phone = fixture.Ship.Phone();
        await phone.Sign(page, "Ben Cole");
        var before = (await phone.Page($"{page}/receipt")).QuerySelector(".signed")!.InnerHtml;

        await Dana.PostForm($"{List}/{id}", ("name", "Signed once"), ("html", "# All new"), ("html_es", ""));

        Assert.Contains("Version 2, used by 1 signed waiver",
            (await Dana.Page($"{List}/{id}")).QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await phone.Page($"{page}/receipt")).QuerySelector(".signed")!.InnerHtml);
        Assert.Equal([1, 1, 2],
            await fixture.Queen.Look(
                db => db.Set<ShipCaptainCrew.Evidence.WaiverVersion>().Where(row => row.TemplateId == id)
                    .OrderBy(row => row.Number).Select(row => row.Number).ToListAsync()));
    }

    [Fact]
    public async Task An_archived_waiver_is_not_listed()
    {
        var id = await fixture.Queen.Waiver("Old one");

        await Dana.PostForm($"{List}/{id}", "?handler=Archive");

        Assert.DoesNotContain("Old one", (await Dana.Page(List)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charter_type_chooses_which_waiver_its_guests_sign()
    {
        var (id, type) = (
            await fixture.Queen.Waiver("For parties"), await fixture.Queen.Type("Party", PlanningSteps.AtHalfPastFour));
        var form = await Dana.Page($"/{fixture.Queen.Slug}/types/{type}");
        Assert.Contains(
            "For parties", form.QuerySelector("[name=waiver_template_id]")!.TextContent, StringComparison.Ordinal);

        await Dana.PostForm($"/{fixture.Queen.Slug}/types/{type}", ("name", "Party"), ("waiver_template_id", $"{id}"));

        Assert.Equal(id,
            await fixture.Queen.Look(
                db => db.CharterTypes.Where(row => row.Id == type).Select(row => row.WaiverTemplateId).SingleAsync()));
    }
}
