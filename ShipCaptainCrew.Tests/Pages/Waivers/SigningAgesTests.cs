using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>Who signs for whom is judged on the date of the charter, July 4, 2026.</summary>
public sealed partial class SigningAgesTests : IAsyncLifetime
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
    public async Task An_adult_listed_as_a_minor_signs_for_themselves_and_the_office_and_the_captain_are_told()
    {
        var (mia, page) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true);
        var toAdult = (await phone.Page(page)).QuerySelector("a[href*='adult=1']")!.GetAttribute("href");
        Assert.NotNull((await phone.Page(page + toAdult)).QuerySelector("[name=birth_date]"));
        var since = (await day.Ship.Letters()).Length;

        var signed = await phone.Sign(page, "Mia Cole", ("adult", "true"), ("birth_date", "2008-07-04"));

        Assert.Equal(303, (int)signed.StatusCode);
        var listed = await day.Cast.Listed(day.CharterId, mia);
        Assert.Equal((false, "signed"), ((bool)listed["minor"]!, (string?)listed["waiver"]!["status"]));
        Assert.Equal(new DateOnly(2008, 7, 4),
            WaiverContent.Read((await day.Cast.Book())[^1].Body!).SignerBirthDate);
        var letters = (await day.Ship.Letters(since))
            .Where(letter => letter.Contains("Mia Cole is 18: ", StringComparison.Ordinal));
        Assert.Equal(["dana", "kim", "olive"], letters.Select(letter => letter.Split(':')[0]).Order());
    }

    [Fact]
    public async Task Who_is_under_18_on_the_day_of_the_charter_cannot_sign_for_themselves()
    {
        var (_, page) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true);

        var answer = await phone.Sign(page, "Mia Cole", ("adult", "true"), ("birth_date", "2008-07-05"));

        Assert.Equal(422, (int)answer.StatusCode);
        var form = await answer.Html();
        Assert.Contains("You are under 18 on the day of the charter.", form.Text(), StringComparison.Ordinal);
        Assert.Equal("2008-07-05", form.QuerySelector("[name=birth_date]")!.GetAttribute("value"));
        Assert.Empty(await day.Cast.Book());
    }

    [Fact]
    public async Task A_charter_moved_beyond_an_18th_birthday_wants_that_guests_own_signature()
    {
        var (mia, page) = await day.Cast.Guest(day.CharterId, "Mia Cole", "mia@guests.example", minor: true);
        await phone.Sign(page, "Ana Cole", [.. JoiningSteps.Mother,
            ("children[0].name", "Mia Cole"), ("children[0].birth_date", "2008-07-06")]);
        Assert.Null(await ListByAge());
        var since = (await day.Ship.Letters()).Length;

        await day.Cast.Dana.Api.Put(day.Api, new
        {
            event_date = "2026-07-06", departure_time = "2026-07-06T17:30", return_time = "2026-07-06T20:00",
        }).Json();

        Assert.NotNull(await ListByAge());
        Assert.Null(await ListByAge());
        var listed = await day.Cast.Listed(day.CharterId, mia);
        Assert.Equal((false, "unsigned"), ((bool)listed["minor"]!, (string?)listed["waiver"]!["status"]));
        Assert.Single(await day.Cast.Book());
        Assert.Contains(
            "Please sign your waiver", string.Join(' ', await day.Ship.Letters(since)), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await phone.Sign(page, "Mia Cole")).StatusCode);
    }

    private Task<string?> ListByAge() => day.Ship.In(services =>
    {
        services.GetRequiredService<AppDbContext>().UseOperator(day.Cast.OperatorId);
        var now = day.Ship.Clock.GetUtcNow();
        return services.GetRequiredService<ListGuestsByAge>()
            .Run(new(day.Cast.OperatorId, now, now), TestContext.Current.CancellationToken);
    });
}
