using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

/// <summary>
/// Anybody can request sign-in emails for anybody, and must not use up the ones that the person needs.
/// </summary>
public sealed partial class KnownDeviceTests : IAsyncLifetime
{
    private const string Sam = "sam@queen-of-san-diego.example";

    private readonly AppFixture app = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_device_signed_in_before_gets_emails_after_strangers_used_up_those_of_the_mailbox()
    {
        using var phone = Browser();
        await SignIn(phone);
        await phone.PostForm("/sign-in", "/../sign-out");
        using var stranger = Browser();
        for (var i = 0; i < 5; i++) await Ask(stranger);
        Assert.Equal(3, await Sent());

        await Ask(phone);

        Assert.Equal(4, await Sent());
    }

    [Fact]
    public async Task A_known_device_gets_three_emails_in_fifteen_minutes_and_ten_a_day_with_the_same_responses()
    {
        using var phone = Browser();
        await SignIn(phone);
        for (var quarter = 0; quarter < 5; quarter++)
        {
            for (var i = 0; i < 5; i++) await Ask(phone);

            Assert.Equal(new[] { 4, 7, 10, 11, 11 }[quarter], await Sent());
            app.Clock.Advance(TimeSpan.FromMinutes(16));
        }
    }

    [Fact]
    public async Task A_device_known_for_one_person_is_a_strangers_for_another()
    {
        await SignIn(queen.Kim.Browser, "kim@queen-of-san-diego.example");
        for (var i = 0; i < 3; i++) await Ask(queen.Kim.Browser);
        var before = await Sent();

        using var stranger = Browser();
        await Ask(stranger);
        await Ask(queen.Kim.Browser);

        Assert.Equal(before, await Sent());
    }

    [Fact]
    public async Task Programs_of_the_device_count_as_the_device()
    {
        using var phone = Browser();
        await SignIn(phone);
        using var stranger = Browser();
        for (var i = 0; i < 3; i++) await Ask(stranger);
        var before = await Sent();

        await phone.Post("/api/auth/magic-links", new { email = Sam }).Json(202);

        Assert.Equal(before + 1, await Sent());
    }

    private HttpClient Browser() => app.CreateClient(new() { AllowAutoRedirect = false });

    private static async Task Ask(HttpClient browser, string email = Sam)
    {
        using var response = await browser.PostForm("/sign-in", ("email", email));
        Assert.Equal((303, "/sign-in/sent"), ((int)response.StatusCode, $"{response.Headers.Location}"));
    }

    /// <summary>Requests an email and signs in by its link.</summary>
    /// <returns>The response that signs in.</returns>
    private async Task<HttpResponseMessage> SignIn(
        HttpClient browser, string email = Sam, params (string, string)[] more)
    {
        await Ask(browser, email);
        await app.Rest();
        var text = app.Post.Deliveries.Last(delivery => delivery.To.Contains(email)).Message.TextBody!;
        var response = await browser.PostForm(Link().Match(text).Value, more);
        Assert.Equal(303, (int)response.StatusCode);
        return response;
    }

    /// <summary>How many sign-in emails were sent to anybody.</summary>
    private Task<int> Sent() => app.In(services => services.GetRequiredService<AppDbContext>().Set<MagicLink>()
        .CountAsync(link => link.PersonId != null && link.MemberId == null, stop));

    [System.Text.RegularExpressions.GeneratedRegex("/sign-in/[A-Za-z0-9_-]{43}")]
    private static partial System.Text.RegularExpressions.Regex Link();
}
