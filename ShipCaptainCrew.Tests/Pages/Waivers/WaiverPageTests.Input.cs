using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed partial class WaiverPageTests
{
    [Theory]
    [InlineData("signer_name", "", "Enter your full name.")]
    [InlineData("signature", "url(#x)", "This is not a drawing.")]
    [InlineData("signature", "M0 0\"/><script>alert(1)</script>", "This is not a drawing.")]
    [InlineData("signature", "M NaN 0", "This is not a drawing.")]
    [InlineData("email", "nobody", "Enter an email address")]
    [InlineData("consent", "false", "Check this box to sign electronically.")]
    [InlineData("children[0].birth_date", "2035-01-01", "A date of birth cannot be in the future.")]
    [InlineData("children[0].birth_date", "2001-01-01", "Anyone 18 or older on the day of the charter signs")]
    [InlineData("children[0].birth_date", "1962-01-01", "Anyone 18 or older on the day of the charter signs")]
    [InlineData("children[0].birth_date", "1899-12-31", "Enter a date from 1900-01-01 to 2099-12-31.")]
    [InlineData("children[0].birth_date", "yesterday", "Enter a date like 2026-07-04.")]
    [InlineData("children[0].name", "Mia", "Enter the date of birth.")]
    public async Task Invalid_input_is_refused_beside_its_field_and_kept(
        string field, string value, string error)
    {
        var (guest, page) = await Queen.Guest(charter, "Ben Cole");

        var answer =
            await phone.Send(page,
            [
                .. new[] { ("signer_name", "Ben <b>Cole</b>"), ("consent", "true") }
                    .Where(valid => valid.Item1 != field),
                (field, value),
            ]);

        Assert.Equal(422, (int)answer.StatusCode);
        var form = await answer.Html();
        Assert.StartsWith("Error: ", form.Title, StringComparison.Ordinal);
        Assert.Contains(error, form.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        if (field != "signer_name")
            Assert.Equal("Ben <b>Cole</b>", form.QuerySelector("[name=signer_name]")!.GetAttribute("value"));
        Assert.All(
            form.QuerySelectorAll(".errors a"), link => Assert.NotNull(form.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("unsigned", (string?)(await Queen.Listed(charter, guest))["waiver"]!["status"]);
    }

    [Fact]
    public async Task A_name_of_500_characters_and_a_drawing_of_more_than_8_KB_are_refused()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        Assert.Equal(422, (int)(await phone.Sign(page, new('x', 500))).StatusCode);
        Assert.Equal(
            422, (int)(await phone.Sign(page, "Ben Cole", ("signature", "M" + new string('1', 8192)))).StatusCode);
        Assert.Equal(
            303, (int)(await phone.Sign(page, "Ben Cole", ("signature", "M" + new string('1', 8191)))).StatusCode);
    }

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text_on_the_form_and_in_the_record()
    {
        const string Name = "<img src=x onerror=alert(1)>{{vessel}}";
        var (_, page) = await Queen.Guest(charter, Name);

        Assert.Empty((await phone.Page(page)).QuerySelectorAll("main img"));
        var receipt = await phone.Page((await phone.Sign(page, Name)).Headers.Location!.OriginalString);

        Assert.Empty(receipt.QuerySelectorAll("img"));
        Assert.Contains(Name, receipt.QuerySelector(".signed")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_a_row_for_a_child_keeps_the_input()
    {
        var (_, page) = await Queen.Guest(charter, "Ben Cole");

        var answer =
            await phone.Send(page, ("signer_name", "Ben Cole"), ("children[0].name", "Mia Cole"), ("more", "1"));

        var form = await answer.Html();
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("Ben Cole", form.QuerySelector("[name=signer_name]")!.GetAttribute("value"));
        Assert.Equal("Mia Cole", form.QuerySelector("[name='children[0].name']")!.GetAttribute("value"));
        Assert.True(form.QuerySelector("[name='children[1].name']")!.HasAttribute("autofocus"));
        Assert.True(form.QuerySelector("details")!.HasAttribute("open"));
    }
}
