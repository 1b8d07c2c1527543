using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.WaiverTemplates;

public sealed partial class WaiverTemplatePagesTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private string List => $"/{fixture.Queen.Slug}/waivers";

    private HttpClient Dana => fixture.Queen.Dana.Browser;

    [Fact]
    public async Task A_dispatcher_adds_a_waiver_from_the_sample_and_it_is_listed()
    {
        var blank = await Dana.Page($"{List}/new");
        Assert.Contains("not legal advice", blank.QuerySelector("[name=html]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("check with your lawyer", blank.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("46 USC 30527", blank.Body.TextContent, StringComparison.Ordinal);

        var saved = await Dana.PostForm($"{List}/new", ("name", "House rules"), ("html", "# Rules"), ("html_es", ""));

        Assert.Equal($"{List}?done=saved", saved.Headers.Location?.OriginalString);
        Assert.Contains(
            "House rules", (await Dana.Page(List)).QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_is_warned_while_a_waiver_still_has_the_sample_text()
    {
        const string Note = "Guests read a sample text.";
        var id =
            (await fixture.Queen.Dana.Api
                .Post("/api/waiver-templates",
                    new { name = "From the box", html = ShipCaptainCrew.Domain.Operators.SampleWaiver.English })
                .Json(201)).Id();
        string[] pages = [List, $"{List}/{id}", $"/{fixture.Queen.Slug}/start"];
        foreach (var page in pages)
            Assert.Contains(Note, (await Dana.Page(page)).Body!.TextContent, StringComparison.Ordinal);

        await Dana.PostForm($"{List}/{id}", ("name", "From the box"), ("html", "# Our own"), ("html_es", ""));

        foreach (var page in pages)
            Assert.DoesNotContain(Note, (await Dana.Page(page)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "I, {{nam}}, sail",
        "{{nam}} is not a known placeholder. Use only these: {{name}}, {{vessel}}, {{date}}, {{operator}}.")]
    [InlineData("html_es", "Yo, {{ name }}", "{{ name }} is not a known placeholder.")]
    public async Task An_unknown_placeholder_is_refused_at_its_field(string field, string text, string error)
    {
        var answer =
            await Dana.PostForm($"{List}/new",
            [
                .. new[] { ("name", "Typing"), ("html", "I, {{NAME}}, sail"), ("html_es", "") }
                    .Where(valid => valid.Item1 != field),
                (field, text),
            ]);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains(
            error, (await answer.Html()).GetElementById($"{field}-e")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_the_text_as_a_guest_sees_it_and_saves_nothing()
    {
        var id = await fixture.Queen.Waiver("Previewed");

        var page =
            await (await Dana.PostForm($"{List}/{id}", ("name", "Previewed"),
                ("html", "# {{operator}}\n\n<script>alert(1)</script>"), ("html_es", ""), ("preview", "1"))).Html();

        Assert.Equal("<h1>Queen of San Diego</h1>", page.QuerySelector(".signed")!.InnerHtml.Trim());
        Assert.Equal(1,
            await fixture.Queen.Look(
                db => db.WaiverTemplates.Where(row => row.Id == id).Select(row => row.Version).SingleAsync()));
    }

    [Fact]
    public async Task Waiver_templates_are_forbidden_to_a_deckhand() =>
        Assert.Equal(403,
            (int)(await fixture.Queen.Sam.Browser.GetAsync(List, TestContext.Current.CancellationToken)).StatusCode);

    private async Task<Guid> Charter(Guid waiver)
    {
        var type = await fixture.Queen.Dana.Api
            .Post("/api/charter-types",
                new { name = "With a waiver", duration_minutes = 60,
                    schedule = new { anchor = "fixed", time = "10:00" }, waiver_template_id = waiver })
            .Json(201);
        return (await fixture.Queen
            .Plan(await fixture.Queen.Vessel("Cygnus"), new() { ["charter_type_id"] = type.Id() })
            .Json(201)).Id();
    }
}
