using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.SignIn;

/// <summary>A form that is sent after the session has ended is shown again, as typed, after the next sign-in.</summary>
public sealed class KeptFormsTests : IAsyncLifetime
{
    private const string NewVessel = "/queen-of-san-diego/vessels/new";

    private readonly AppFixture app = new();
    private Cast cast = null!;

    public async ValueTask InitializeAsync() => cast = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_form_comes_back_filled_after_the_sign_in_and_only_once(bool htmx)
    {
        var refused = await SendAfterTheSessionEnded(cast.Dana, htmx);

        Assert.Equal(["/sign-in"], refused.Headers.GetValues(htmx ? "HX-Redirect" : "Location"));
        var back = $"{(await cast.Dana.SignInBeside(app, cast.AddressOf(cast.Dana))).Headers.Location}";
        var page = await cast.Dana.Browser.Page(back);

        Assert.Equal(NewVessel, back);
        Assert.Equal("Aurora II", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal("12", page.QuerySelector("#passenger_capacity")!.GetAttribute("value"));
        Assert.Null((await cast.Dana.Browser.Page(back)).QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(0, await cast.Look(db => db.Vessels.CountAsync(vessel => vessel.Details.Name == "Aurora II")));
    }

    [Fact]
    public async Task Another_person_who_signs_in_there_does_not_see_it()
    {
        await SendAfterTheSessionEnded(cast.Dana);

        await cast.Dana.SignInBeside(app, cast.AddressOf(cast.Olive));
        var page = await cast.Dana.Browser.Page(NewVessel);

        Assert.Null(page.QuerySelector("#name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_request_without_the_cookie_of_a_session_keeps_nothing()
    {
        using var form = new FormUrlEncodedContent([new("name", "Aurora II")]);

        await app.CreateClient(new() { AllowAutoRedirect = false })
            .PostAsync(NewVessel, form, TestContext.Current.CancellationToken);

        Assert.Equal(0, await cast.Look(db => db.Set<KeptForm>().CountAsync()));
    }

    private async Task<HttpResponseMessage> SendAfterTheSessionEnded(TestUser who, bool htmx = false)
    {
        var token = (await who.Browser.Page(NewVessel)).QuerySelector("input[name=__RequestVerificationToken]")!;
        app.Clock.Advance(Session.Idle + TimeSpan.FromMinutes(1));
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token.GetAttribute("value")), new("name", "Aurora II"),
            new("passenger_capacity", "12"),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, NewVessel) { Content = form };
        request.Headers.Add("Accept", "text/html");
        if (htmx) request.Headers.Add("HX-Request", "true");
        return await who.Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
