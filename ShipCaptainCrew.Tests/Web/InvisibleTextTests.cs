using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Names that show nothing are refused wherever a name is entered, and visible ones are cleaned.</summary>
public sealed class InvisibleTextTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    public static TheoryData<string> Nothing =>
        ["\u200B", "\u2060\uFEFF", "\u3164", "\u2800 \u00AD", "\u202E\u2066", "\u0301"];

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await day.Cast.Waiver();
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task A_name_of_invisible_characters_is_refused(string name)
    {
        using var phone = day.Ship.Phone();
        var (_, waiver) = await day.Cast.Guest(day.CharterId, "Ana Cole");

        Assert.Equal("Enter the guest's name.",
            (await day.Cast.Dana.Api.Post($"{day.Api}/guests", new { name }).Json(422)).ErrorAt("name"));
        await day.Cast.Dana.Api.Post("/api/vessels", new { name, passenger_capacity = 6 }).Json(422);
        Assert.Equal(422, (int)(await day.Cast.Kim.Browser.PostForm(
            $"{day.Charter}/guests/new", ("name", name))).StatusCode);
        Assert.Equal(422, (int)(await phone.Send(await day.JoinLink("party"), ("name", name))).StatusCode);
        Assert.Equal(422, (int)(await phone.Sign(waiver, name)).StatusCode);
        Assert.Equal(["Ana Cole"], (await day.Guests()).Select(guest => guest.Name));
    }

    [Fact]
    public async Task What_is_invisible_is_removed_and_emoji_and_joiners_of_scripts_are_kept()
    {
        const string Typed = "\u200B Ana\u00A0\u2060 Cole\u202E ", Family = "👨\u200D👩\u200D👧 क्\u200Dष";

        await day.Guest(Typed);
        await day.Guest(Family);

        Assert.Equal(["Ana Cole", Family], (await day.Guests()).Select(guest => guest.Name));
    }
}
