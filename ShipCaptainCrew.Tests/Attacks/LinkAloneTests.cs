using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Posts to every page that is opened by a token in its address, as a mail scanner does that has nothing but the link.
/// Only the acts named here may change stored data.
/// </summary>
public sealed partial class LinkAloneTests : IAsyncLifetime
{
    private const string Kiosk = "POST /party/{token}/kiosk";

    /// <summary>
    /// Every endpoint that changes something, needs no sign-in and has a parameter in its address, with the reason why
    /// its link alone is enough; null where it must not be enough.
    /// </summary>
    private static readonly Dictionary<string, string?> ReasonByEndpoint = new()
    {
        ["POST /me/answers/{token}"] = null,
        ["POST /me/watch/{token}"] = null,
        ["POST /me/address/{token}"] = null,
        ["POST /me/address/{token}?handler=Keep"] = null,
        ["POST /sign-in/{token}"] = null,
        ["POST /party/{token}"] = "a guest joins a party or at the dock",
        [Kiosk] = "ends the session of the browser that sends it, and nothing else",
        ["POST /waivers/{token}"] = "a guest signs",
        ["POST /unsubscribe/{token}"] = "one-click unsubscribe (RFC 8058)",
        ["POST /unsubscribe/{token}?handler=Resume"] = "undoes one-click unsubscribe, by the same link",
    };

    /// <summary>The fields that the forms of these pages have, without the code.</summary>
    private static readonly (string Name, string Value)[] Plausible =
    [
        ("answer", "no"), ("name", "Eve"), ("email", New), ("signer_name", "Ann Lee"), ("consent", "true"),
        ("shared", "true"), ("List-Unsubscribe", "One-Click"), ("code", ""),
    ];

    [Fact]
    public async Task Every_endpoint_opened_by_a_token_in_its_address_is_classified() =>
        Assert.Equal(ReasonByEndpoint.Keys.Order(), (await Found()).Order());

    [Fact]
    public async Task A_post_with_nothing_but_the_link_changes_no_stored_data()
    {
        foreach (var (endpoint, address) in AddressesOf(isExcepted: false))
        {
            using var read = await phone.GetAsync(address.Split('?')[0], stop);
            Assert.True(read.IsSuccessStatusCode, $"{endpoint} is not tried with a valid link: {read.StatusCode}");
            var before = await Endpoints.StoredDataOf(app);
            foreach (var fields in new (string, string)[][] { [], Plausible })
            {
                using var posted = await phone.Send(address, fields);
                Assert.True((int)posted.StatusCode is >= 400 and < 500, $"{endpoint}: {posted.StatusCode}");
                Assert.Equal((endpoint, ""), (endpoint, await ChangedSince(before)));
            }
        }
    }

    [Fact]
    public async Task Opening_a_kiosk_in_a_browser_without_a_session_changes_no_stored_data()
    {
        foreach (var party in linksByRoute["/party/{token}"])
        {
            var before = await Endpoints.StoredDataOf(app);
            using var posted = await phone.Send($"{party}/kiosk", Plausible);
            Assert.Equal((303, ""), ((int)posted.StatusCode, await ChangedSince(before)));
        }
    }

    /// <summary>
    /// Without invitations, because the first acceptance of an invitation, by somebody who has joined nowhere, needs
    /// only the link and the page's own form.
    /// </summary>
    [Fact]
    public async Task A_scanner_that_keeps_cookies_and_presses_every_button_of_the_page_changes_no_stored_data()
    {
        foreach (var (endpoint, address) in AddressesOf(isExcepted: false))
        {
            if (address.Contains('?') || invitations.Contains(address)) continue;
            var before = await Endpoints.StoredDataOf(app);
            using var scanner = app.CreateClient(new() { AllowAutoRedirect = false });
            var buttons = (await scanner.Page(address)).QuerySelectorAll("#main form[method=post] button");
            Assert.True(buttons.Length > 0, $"{endpoint} has no button.");
            foreach (var button in buttons)
            {
                using var pressed = await Press(scanner, address, button);
                Assert.Equal(422, (int)pressed.StatusCode);
                Assert.Equal((endpoint, ""), (endpoint, await ChangedSince(before)));
            }
        }
    }

    [Fact]
    public async Task The_excepted_acts_are_possible_with_the_link_alone()
    {
        foreach (var (endpoint, address) in AddressesOf(isExcepted: true))
        {
            var before = await Endpoints.StoredDataOf(app);
            using var posted = await phone.Send(address, Plausible);
            Assert.NotEqual((endpoint, ""), (endpoint, await ChangedSince(before)));
        }
    }

    /// <summary>The names of the tables that have changed.</summary>
    private async Task<string> ChangedSince(SortedDictionary<string, string> before) =>
        string.Join(", ", (await Endpoints.StoredDataOf(app)).Except(before).Select(table => table.Key));

    private static Task<HttpResponseMessage> Press(HttpClient scanner, string address, IElement button)
    {
        var form = button.Closest("form")!;
        var fields = form.AsItStands();
        if (button.GetAttribute("name") is { } name) fields.Add(new(name, button.GetAttribute("value") ?? ""));
        var suffix = button.GetAttribute("formaction") ?? "";
        return scanner.PostAsync(address + suffix, new FormUrlEncodedContent(fields));
    }
}
