using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.SignIn;

/// <summary>A form about a charter that was cancelled before the person came back to it.</summary>
public sealed class KeptCharterFormsTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_edit_form_shows_what_was_typed_and_that_it_can_no_longer_be_saved()
    {
        var back = await ComeBack("edit", ("notes", "Cake aboard"), ("meeting_point", "Pier 9"));

        var page = await day.Cast.Dana.Browser.Page(back);

        Assert.Equal($"{day.Charter}/edit", back);
        Assert.Equal("This charter is canceled; it can no longer be changed.",
            page.GetElementById("errs")!.QuerySelector("p, li")!.TextContent.Trim());
        Assert.Equal("Cake aboard", page.GetElementById("notes")!.TextContent.Trim());
        Assert.Equal("Pier 9", page.GetElementById("meeting_point")!.GetAttribute("value"));
        Assert.Equal(302, (int)(await day.Cast.Dana.Browser.GetAsync(back)).StatusCode);
    }

    [Theory]
    [InlineData("cancel", "reason", "Too few guests")]
    [InlineData("board", "at", "10:00")]
    public async Task A_move_leads_to_the_charter_which_says_that_it_is_cancelled(
        string move, string field, string value)
    {
        var back = await ComeBack(move, (field, value));

        var answer = await day.Cast.Dana.Browser.GetAsync(back);

        Assert.Equal((302, day.Charter), ((int)answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Contains("Canceled. Gale", (await day.Cast.Dana.Browser.Page(day.Charter)).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_for_a_guest_keeps_what_was_typed_and_saving_it_is_refused()
    {
        var back = await ComeBack("guests/new", ("name", "Ana Cole"));

        var page = await day.Cast.Dana.Browser.Page(back);

        Assert.Equal("Ana Cole", page.GetElementById("name")!.GetAttribute("value"));
        Assert.Equal(409, (int)(await day.Cast.Dana.Browser.PostForm(back, ("name", "Ana Cole"))).StatusCode);
    }

    /// <summary>Dana sends a form after her session has ended, Kim cancels the charter, and Dana signs in.</summary>
    /// <returns>The address to which she is led.</returns>
    private async Task<string> ComeBack(string form, params (string Name, string Value)[] fields)
    {
        var (dana, address) = (day.Cast.Dana, $"{day.Charter}/{form}");
        var token = (await dana.Browser.Page(day.Charter)).QuerySelector("input[name=__RequestVerificationToken]")!;
        await day.Ship.Change(day.Cast.OperatorId, (db, _) => db.Set<Session>()
            .Where(session => session.Id == dana.SessionId).ExecuteDeleteAsync());
        var sent = await dana.Browser.PostAsync(address, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token.GetAttribute("value")),
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
        Assert.Equal("/sign-in", $"{sent.Headers.Location}");
        await day.Cast.Kim.Api.Post($"{day.Api}/cancel", new { reason = "Gale" }).Json();
        return $"{(await dana.SignInBeside(day.Ship, day.Cast.AddressOf(dana))).Headers.Location}";
    }
}
