using ShipCaptainCrew.Tests.Attacks;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Shared;

/// <summary>A signed-in person can sign out on every page, also on one that explains an error.</summary>
public sealed class SignOutTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly string[] MembersPages = ["/me/answers/", "/me/address/", "/me/watch/"];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_a_signed_in_person_offers_to_sign_out()
    {
        var without = new List<string>();
        var pages = 0;
        foreach (var user in new[] { endpoints.Queen.Olive, endpoints.Queen.Sam, endpoints.Robin })
        {
            foreach (var address in Addresses())
            {
                using var response = await user.Browser.GetAsync(
                    address, HttpCompletionOption.ResponseHeadersRead, stop);
                if (!await IsPage(response)) continue;
                pages++;
                if (!await OffersSignOut(response)) without.Add($"{user.Name}: {(int)response.StatusCode} {address}");
            }
        }

        Assert.Empty(without);
        Assert.True(pages > 90, $"{pages}");
    }

    [Theory]
    [InlineData("/me", 400)]
    [InlineData("/vessels/new", 400)]
    [InlineData("/nowhere", 404)]
    public async Task A_refused_form_offers_it_too(string below, int status)
    {
        using var refused = await endpoints.Queen.Sam.Browser.PostAsync(
            $"/{endpoints.Queen.Slug}{below}", new FormUrlEncodedContent([]), stop);

        Assert.Equal((status, true), ((int)refused.StatusCode, await OffersSignOut(refused)));
    }

    /// <summary>These pages show no menu, and a signed-in person acts there as themselves.</summary>
    [Fact]
    public async Task The_pages_of_a_members_links_offer_it_to_a_signed_in_person_and_those_of_guests_do_not()
    {
        var (offered, guests) = (0, 0);
        foreach (var endpoint in endpoints.All.Where(endpoint => endpoint is { Method: "GET", HasToken: true }))
        {
            var isMembers = MembersPages.Any(page => endpoint.Route.StartsWith(page, StringComparison.Ordinal));
            if (!isMembers && !IsGuests(endpoint)) continue;
            using var response = await endpoints.Queen.Olive.Browser.GetAsync(endpoint.Address, stop);
            if (!await IsPage(response)) continue;
            Assert.Equal((isMembers, endpoint.Address), (await OffersSignOut(response), endpoint.Address));
            if (isMembers) offered++;
            else guests++;
        }

        Assert.True(offered == MembersPages.Length && guests > 0, $"{offered}, {guests}");

        static bool IsGuests(Endpoint endpoint) =>
            endpoint.Route.StartsWith("/waivers/", StringComparison.Ordinal)
                || endpoint.Route.StartsWith("/party/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is_offered_to_sign_out()
    {
        using var visitor = endpoints.Anonymous();
        foreach (var address in new[] { "/", "/sign-in", "/no/such/place" })
            Assert.False(await OffersSignOut(await visitor.GetAsync(address, stop)), address);
    }

    /// <summary>Without the pages that are opened by a link, except those to sign in.</summary>
    private IEnumerable<string> Addresses() =>
    [
        "/no/such/place", $"/{endpoints.Queen.Slug}/no/such/place",
        .. endpoints.All
            .Where(endpoint => endpoint is { Method: "GET", IsFile: false, IsForPrograms: false }
                && !endpoint.Route.StartsWith("/dev/api", StringComparison.Ordinal)
                && (!endpoint.HasToken || endpoint.Route.StartsWith("/sign-in/", StringComparison.Ordinal)))
            .Select(endpoint => endpoint.Address),
    ];

    /// <summary>Whether it is a whole page, and not a part of one or a download.</summary>
    private static async Task<bool> IsPage(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType == "text/html"
            && response.Content.Headers.ContentDisposition is null
            && (await response.Content.ReadAsStringAsync()).TrimStart()
                .StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase);

    private static async Task<bool> OffersSignOut(HttpResponseMessage response) =>
        (await response.Html()).QuerySelector("form[action='/sign-out'] button")?.TextContent == "Sign out";
}
