using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests
{
    [Fact]
    public async Task A_person_who_left_every_operator_signs_in_once_they_are_invited_again()
    {
        var (jo, phone) = (await SignedInUser(), new Authenticator());
        await Add(jo, phone);
        using var office = await fixture.Queen.Olive.SignInAgain(fixture.Ship, fixture.Queen.OperatorId);
        await office.DeleteAsync($"/api/members/{jo.MemberId}", TestContext.Current.CancellationToken).Json(204);
        Assert.Equal(422, (int)(await SignInWith(phone, Anonymous())).StatusCode);

        var email = $"{jo.Name.ToLowerInvariant()}@queen-of-san-diego.example";
        await office.Post("/api/members", new { name = jo.Name, email, role = "crew" }).Json(201);
        using var browser = Anonymous();

        Assert.Equal(303, (int)(await SignInWith(phone, browser)).StatusCode);
        await browser.Get("/api/me").Json(401);
        Assert.Contains("you have an invitation",
            (await browser.Page("/")).QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SignInWith(Authenticator phone, HttpClient browser)
    {
        var (challenge, options) = await Ask(browser);
        return await SignIn(browser, challenge, phone.Get(options));
    }
}
