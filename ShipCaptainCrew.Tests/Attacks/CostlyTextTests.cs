using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Waiver texts that are slow to read: each is stored or refused at its field, by page and by call.</summary>
public sealed class CostlyTextTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const int Length = 12_000;

    public static TheoryData<string> Names => [.. CostlyTexts.All.Select(text => text.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_costly_text_is_stored_or_refused_at_its_field(string name)
    {
        var html = CostlyTexts.All.First(text => text.Name == name).Make(Length);

        using var answer = await Save(html);

        Assert.Contains((int)answer.StatusCode, new[] { 201, 422 });
        if ((int)answer.StatusCode == 422) Assert.NotNull((await Task.FromResult(answer).Json(422)).ErrorAt("html"));
    }

    [Theory]
    [InlineData(">", 50_000, "nested too deeply")]
    [InlineData("1. ", 15_000, "nested too deeply")]
    [InlineData("*a **a ", 5_000, "too many marks")]
    [InlineData("[a] ", 1_000, "too many marks")]
    [InlineData("{{name}} ", 1_000, "placeholders")]
    [InlineData("<div>", 4_000, "nested too deeply")]
    [InlineData("<p>a", 3_000, "too many elements")]
    [InlineData("</p>", 11_000, "too many elements")]
    [InlineData("&", 59_000, "too long")]
    public async Task A_text_beyond_a_limit_is_refused_with_the_reason(string unit, int times, string reason)
    {
        var html = string.Concat(Enumerable.Repeat(unit, times));

        var problem = await Save(html).Json(422);

        Assert.Contains(reason, problem.ErrorAt("html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wide_table_that_filled_the_memory_is_refused()
    {
        var html = CostlyTexts.All.First(text => text.Name == "a table with a wide head").Make(Length);

        var problem = await Save(html).Json(422);

        Assert.Contains("too many cells", problem.ErrorAt("html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preview", "1")]
    [InlineData("name", "Costly")]
    public async Task The_page_says_at_the_field_why_a_text_is_refused(string field, string value)
    {
        var answer = await fixture.Queen.Dana.Browser.PostForm(
            $"/{fixture.Queen.Slug}/waivers/new", ("name", "Costly"), ("html", new string('>', 50_000)),
            ("html_es", ""), (field, value));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("nested too deeply", (await answer.Html()).GetElementById("html-e")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ordinary_waiver_of_the_greatest_length_is_stored()
    {
        var html = CostlyTexts.Normal(59_000);

        await Save(html).Json(201);
    }

    private Task<HttpResponseMessage> Save(string html) =>
        fixture.Queen.Dana.Api.Post("/api/waiver-templates", new { name = "Costly", html });
}
