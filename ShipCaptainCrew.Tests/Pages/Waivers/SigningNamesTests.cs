using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>Names as people type them on different days: a likeness is asked about once and decides nothing.</summary>
public sealed class SigningNamesTests : IAsyncLifetime
{
    private CharterFixture day = null!;
    private HttpClient phone = null!;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        phone = day.Ship.Phone();
        await day.Cast.Waiver();
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await day.DisposeAsync();
    }

    [Fact]
    public async Task Who_types_part_of_their_name_is_asked_once_and_signs_with_the_same_form()
    {
        var (_, page) = await day.Cast.Guest(day.CharterId, "Cleo Danvers");

        var asked = await phone.Sign(page, "Cleo D");

        Assert.Equal(422, (int)asked.StatusCode);
        var form = await asked.Html();
        Assert.Equal("Sign as Cleo D", form.QuerySelector(".acts button")!.TextContent.Trim());
        Assert.Equal(303, (int)(await phone.Send(page, Fields(form, ("consent", "true")))).StatusCode);
    }

    [Theory]
    [InlineData("Conor O\u2019Brien")]
    [InlineData("conor o'brien")]
    [InlineData("C\u00F3nor O'Brien")]
    public async Task A_guardian_reaches_the_listed_child_however_the_name_is_written(string typed)
    {
        var (conor, _) = await day.Cast.Guest(
            day.CharterId, "Conor O'Brien", minor: true, guardian: "Ann O\u2019Brien");
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ann O'Brien");

        var signed = await phone.Sign(page, "Ann O'Brien", [.. JoiningSteps.Mother, .. JoiningSteps.Child(typed)]);

        Assert.Equal(303, (int)signed.StatusCode);
        Assert.Equal("signed", (string?)(await day.Cast.Listed(day.CharterId, conor))["waiver"]!["status"]);
        Assert.Equal(2, (await day.Guests()).Count);
    }

    [Theory]
    [InlineData(false, 2, "signed")]
    [InlineData(true, 3, "unsigned")]
    public async Task A_guardian_is_asked_whether_a_similar_name_is_the_listed_child(
        bool isAnother, int guests, string status)
    {
        var (conor, _) = await day.Cast.Guest(day.CharterId, "Conor O'Brien", minor: true, guardian: "Ann O'Brien");
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ann O'Brien");

        var asked = await phone.Sign(
            page, "Ann O'Brien", [.. JoiningSteps.Mother, .. JoiningSteps.Child("Conor James O'Brien")]);
        Assert.Equal(422, (int)asked.StatusCode);
        var form = await asked.Html();
        Assert.Contains("Is this Conor O'Brien on your list?", form.Text(), StringComparison.Ordinal);
        (string, string)[] answer = isAnother ? [("children[0].is_another", "true")] : [];
        var signed = await phone.Send(page, Fields(form, [("consent", "true"), .. answer]));

        Assert.Equal(303, (int)signed.StatusCode);
        Assert.Equal(status, (string?)(await day.Cast.Listed(day.CharterId, conor))["waiver"]!["status"]);
        Assert.Equal(guests, (await day.Guests()).Count);
    }

    [Fact]
    public async Task The_office_is_asked_whether_a_guest_of_a_similar_name_is_another_person()
    {
        await day.Cast.Guest(day.CharterId, "Conor O'Brien");
        var address = $"{day.Charter}/guests/new";

        var asked = await day.Cast.Dana.Browser.PostForm(
            address, ("name", "Conor O\u2019Brien"), ("asks_similar", "true"));
        Assert.Equal(422, (int)asked.StatusCode);
        var form = await asked.Html();
        Assert.Contains("Conor O'Brien is already on the list.", form.Text(), StringComparison.Ordinal);
        await day.Cast.Dana.Browser.PostForm(address, ("name", "Conor O\u2019Brien"), ("asks_similar", "true"),
            ("name_asked", form.QuerySelector("[name=name_asked]")!.GetAttribute("value")!));

        Assert.Equal(2, (await day.Guests()).Count);
    }

    /// <summary>The filled fields of the form, and further ones.</summary>
    private static (string Name, string Value)[] Fields(
        AngleSharp.Dom.IDocument form, params (string Name, string Value)[] more) =>
        [.. form.QuerySelectorAll("#sign input[name][value]:not([type=checkbox])")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)), .. more];
}
