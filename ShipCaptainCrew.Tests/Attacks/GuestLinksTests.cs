using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// A guest's link acts for the guest it was issued to. A stranger with a party or dock link can type any name, but
/// reaches nobody's waiver and nobody's children by it.
/// </summary>
public sealed partial class GuestLinksTests : IAsyncLifetime
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

    [Theory]
    [InlineData("dock", false)]
    [InlineData("party", false)]
    [InlineData("dock", true)]
    [InlineData("party", true)]
    public async Task Who_joins_under_a_childs_name_does_not_read_what_the_guardian_signs(string kind, bool isPlaced)
    {
        var (mia, _) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Ana Cole");
        var (_, ana) = await day.Cast.Guest(day.CharterId, "Ana Cole");
        var stranger = await phone.Join(
            await day.JoinLink(kind), "Mia Cole", ("minor", "true"), ("guardian_name", "Ana Cole"));
        if (isPlaced) await Place((await day.Waiting())[0].Id);

        var signed = await phone.Sign(ana, "Ana Cole", [.. Mother, .. Child("Mia Cole")]);

        Assert.Equal(303, (int)signed.StatusCode);
        Assert.Equal("signed", (string?)(await day.Cast.Listed(day.CharterId, mia))["waiver"]!["status"]);
        foreach (var page in new[] { stranger, $"{stranger}/receipt" })
        {
            var shown = await phone.GetAsync(page, TestContext.Current.CancellationToken);
            var text = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("Ana Cole", text, StringComparison.Ordinal);
            Assert.DoesNotContain("2017", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("dock")]
    [InlineData("party")]
    public async Task What_is_signed_for_a_strangers_entry_is_not_shown_to_the_stranger(string kind)
    {
        var stranger = await phone.Join(await day.JoinLink(kind), "Mia Cole", ("minor", "true"));
        var entry = (await day.Waiting())[0].Id;
        await Place(entry);
        var link = await day.Cast.Dana.Api.Post($"{day.Api}/guests/{entry}/link").Json(201);
        var given = new Uri((string)link["waiver_url"]!).AbsolutePath;

        await phone.Sign(given, "Ana Cole", [.. Mother, .. Child("Mia Cole")]);

        Assert.Contains("Ana Cole", (await phone.Page($"{given}/receipt")).Text(), StringComparison.Ordinal);
        var shown = await phone.GetAsync(stranger, TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)shown.StatusCode);
        Assert.DoesNotContain("Ana Cole", (await shown.Html()).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dock")]
    [InlineData("party")]
    public async Task Who_joins_under_a_parents_name_learns_no_childs_name(string kind)
    {
        await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Ana Cole");

        var stranger = await phone.Join(
            await day.JoinLink(kind), "Ana Cole", ("email", "stranger@guests.example"));
        await AssertNoNames(stranger);
        var before = await day.Ship.Count();
        await Place((await day.Waiting())[0].Id);

        await AssertNoNames(stranger);
        await day.Ship.Rest();
        Assert.All(day.Ship.Post.Deliveries.Skip(before), delivery =>
            Assert.DoesNotContain("Mia", delivery.Message.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_guardians_name_that_the_office_enters_is_not_filled_in_for_a_stranger()
    {
        var stranger = await phone.Join(await day.JoinLink("party"), "Mia Cole", ("minor", "true"));
        var entry = (await day.Waiting())[0].Id;

        await day.Cast.Dana.Api.Put($"{day.Api}/guests/{entry}", new { guardian_name = "Ana Cole" }).Json();

        Assert.DoesNotContain("Ana", (await phone.Page(stranger)).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task AssertNoNames(string page)
    {
        var form = await phone.Page(page);
        Assert.DoesNotContain("Mia", form.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(form.QuerySelector("details")!.HasAttribute("open"));
    }

    private async Task Place(Guid guest) =>
        await day.Cast.Dana.Api.Post($"{day.Api}/guests/{guest}/place", new { }).Json();
}
