using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests
{
    private HttpClient Anonymous() => fixture.Ship.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A new user who has just signed in.</summary>
    private Task<TestUser> SignedInUser(MemberRole role = MemberRole.Crew) =>
        TestUser.Create(
            fixture.Ship, fixture.Queen.OperatorId, fixture.Queen.Slug, $"Jo{Guid.NewGuid():N}"[..10], role);

    private static async Task Add(TestUser who, Authenticator phone) =>
        Assert.Equal(303, (int)(await TryAdd(who, phone, "Phone")).StatusCode);

    private static async Task<HttpResponseMessage> TryAdd(TestUser who, Authenticator phone, string name)
    {
        var (challenge, options) = await Ask(who.Browser, Page);
        return await who.Browser.PostForm(
            Page, ("name", name), ("challenge", $"{challenge}"), ("credential", phone.Create(options)));
    }

    private static async Task<(Guid Challenge, JsonNode Options)> Ask(HttpClient browser, string page = "/sign-in")
    {
        var asked = await browser.PostForm(page, "?handler=Ask").Json();
        return ((Guid)asked["challenge"]!, asked["options"]!);
    }

    private static Task<HttpResponseMessage> SignIn(HttpClient browser, Guid challenge, string credential) =>
        browser.PostForm("/sign-in", "?handler=Passkey", ("challenge", $"{challenge}"), ("credential", credential));

    private static async Task<List<string>> PasskeyNames(TestUser who) =>
        (await who.Browser.Page(Page)).QuerySelectorAll("ul.rows input[name=name]")
            .Select(field => field.GetAttribute("value")!).ToList();
}
