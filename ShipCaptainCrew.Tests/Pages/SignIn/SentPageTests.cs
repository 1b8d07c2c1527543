using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.SignIn;

/// <summary>After a sign-in link was requested, nothing has to be entered a second time.</summary>
public sealed partial class SentPageTests : IAsyncLifetime
{
    private const string Sam = "sam@queen-of-san-diego.example";

    private readonly AppFixture app = new();
    private HttpClient phone = null!;

    public async ValueTask InitializeAsync()
    {
        await app.Cast();
        phone = app.CreateClient(new() { AllowAutoRedirect = false });
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(Sam)]
    [InlineData("nobody+<b>@elsewhere.example")]
    [InlineData("zoë@exämple.example")]
    public async Task It_shows_the_address_whether_it_is_known_or_not_and_sends_again_from_there(string address)
    {
        var asked = await phone.PostForm("/sign-in", ("email", address), ("shared", "true"));
        if ((int)asked.StatusCode == 422) return; // The address is refused where it was typed.
        var sent = await phone.Page("/sign-in/sent");
        Assert.Contains($"If we know {address}, we sent it an email", sent.Text(), StringComparison.Ordinal);
        Assert.Null(sent.QuerySelector("#shared, [name=shared]:not([type=hidden])"));

        var again = await phone.Press(sent.QuerySelector("form[action='/sign-in']")!, "/sign-in");

        Assert.Equal((303, "/sign-in/sent?again"), ((int)again.StatusCode, again.Headers.Location!.OriginalString));
        Assert.Equal("Sent again. Use the newest email.",
            (await phone.Page("/sign-in/sent?again")).QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task A_code_signs_in_for_as_long_as_was_chosen_at_first()
    {
        await phone.PostForm("/sign-in", ("email", Sam), ("shared", "true"));
        var email = await app.Post.Arrival(Sam, "");

        await phone.PostForm("/sign-in/sent", ("code", Code().Match(email.TextBody!).Value));

        Assert.Contains("Shared phone", (await phone.Page("/queen-of-san-diego/me")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_request_or_with_a_damaged_cookie_it_asks_for_nothing_and_names_nobody()
    {
        const string Nobody = "If we know this address";
        Assert.Contains(Nobody, (await phone.Page("/sign-in/sent")).Text(), StringComparison.Ordinal);
        foreach (var value in new[] { "ask", "ask.shared", "ask..%%%", "ask..a", "ask.." + new string('A', 3000) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in/sent");
            request.Headers.Add("Cookie", $"scc-ask={value}; __Host-scc-ask={value}");
            using var other = app.Phone();
            var page = await other.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Contains(Nobody, (await page.Html()).Text(), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{4}[- ]?[0-9A-HJKMNP-TV-Z]{4}\b")]
    private static partial Regex Code();
}
