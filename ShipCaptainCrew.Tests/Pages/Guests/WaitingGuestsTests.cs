using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Pages.Guests;

/// <summary>Whoever a party or dock link adds waits until the crew places, matches or removes them.</summary>
public sealed partial class WaitingGuestsTests : IAsyncLifetime
{
    private CharterFixture day = null!;
    private HttpClient phone = null!;

    private string Page => $"{day.Charter}/guests";

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
    public async Task The_crew_says_that_a_waiting_child_is_one_on_the_list_who_then_has_signed()
    {
        var (mia, _) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Ana Cole");
        var joined = await phone.Join(await day.JoinLink("party"), "Ana Cole");
        await phone.Sign(joined, "Ana Cole", [.. Mother, .. Child("Mia Cole")]);
        var child = (await day.Waiting()).Single(guest => guest.Name == "Mia Cole").Id;

        var list = await day.Cast.Sam.Browser.Page(Page);
        var form = list.GetElementById($"same-{child:N}-{mia:N}")!.Closest("form")!;
        Assert.Equal("Same as Mia Cole on the list", form.QuerySelector("button")!.TextContent);
        var matched = await day.Cast.Sam.Browser.Press(form, form.GetAttribute("action")!);

        Assert.Equal((303, $"{Page}#g{mia:N}"), ((int)matched.StatusCode, matched.Headers.Location!.OriginalString));
        Assert.Equal(
            [("Mia Cole", true, "signed"), ("Ana Cole", false, "signed")],
            (await day.Guests()).Select(guest => (guest.Name, guest.IsPlaced, guest.Waiver)));
        Assert.Equal("Ana Cole", await day.Cast.Look(
            db => db.Guests.Where(guest => guest.Id == mia).Select(guest => guest.SignerName).FirstAsync()));
        Assert.Contains("Matched a waiting guest with Mia Cole",
            (await day.Cast.Dana.Browser.Page($"{day.Charter}/log")).Text(), StringComparison.Ordinal);
        Assert.Contains("Ana Cole", (await phone.Page($"{joined}/receipt")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_guests_of_the_charter_on_the_list_and_of_the_same_age_are_matched()
    {
        var (mia, _) = await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true);
        await phone.Join(await day.JoinLink("dock"), "Mia Cole");
        await phone.Join(await day.JoinLink("dock"), "Mia Cole", ("minor", "true"));
        var waiting = await day.Waiting();
        var place = $"{day.Api}/guests/{waiting[0].Id}/place";
        var elsewhere = (await day.Cast.Plan(
            await day.Cast.Vessel("Borealis"), new() { ["event_date"] = "2026-07-20" }).Json(201)).Id();
        var (other, _) = await day.Cast.Guest(elsewhere, "Mia Cole");

        Assert.Equal("not_same",
            (string?)(await day.Cast.Kim.Api.Post(place, new { same_as = mia }).Json(409))["code"]);
        Assert.Equal("not_placed",
            (string?)(await day.Cast.Kim.Api.Post(place, new { same_as = waiting[1].Id }).Json(409))["code"]);
        foreach (var unknown in new[] { other, waiting[0].Id, Guid.CreateVersion7() })
            Assert.NotNull(
                (await day.Cast.Kim.Api.Post(place, new { same_as = unknown }).Json(422))["errors"]!["same_as"]);
        Assert.Equal(waiting, await day.Waiting());
    }

    [Fact]
    public async Task All_who_wait_are_removed_with_one_button_and_the_log_says_so()
    {
        await day.Guest("Ben Cole");
        var signer = await phone.Join(await day.JoinLink("dock"), "Spam One");
        await phone.Sign(signer, "Spam One");
        await phone.Join(await day.JoinLink("party"), "Spam Two");
        var form = (await day.Cast.Kim.Browser.Page(Page)).GetElementById("remove-waiting")!.Closest("form")!;
        Assert.Null((await day.Cast.Sam.Browser.Page(Page)).GetElementById("remove-waiting"));

        var removed = await day.Cast.Kim.Browser.Press(form, form.GetAttribute("action")!);

        Assert.Equal((303, $"{Page}?done=removed"),
            ((int)removed.StatusCode, removed.Headers.Location!.OriginalString));
        Assert.Equal(["Ben Cole"], (await day.Guests()).Select(guest => guest.Name));
        Assert.Contains("Removed all 2 waiting guests",
            (await day.Cast.Dana.Browser.Page($"{day.Charter}/log")).Text(), StringComparison.Ordinal);
        Assert.Single(await day.Cast.Book());
        Assert.Contains("Spam One", (await phone.Page($"{signer}/receipt")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_htmx_the_list_is_replaced_without_those_who_waited()
    {
        await phone.Join(await day.JoinLink("party"), "Spam Two");

        var list = await (await day.Cast.Kim.Browser.Tap(Page, $"{Page}?handler=RemoveWaiting")).Html();

        Assert.NotNull(list.GetElementById("guests"));
        Assert.Null(list.GetElementById("waiting"));
    }

    [Fact]
    public async Task Programs_remove_all_who_wait_and_doing_it_again_changes_nothing()
    {
        await phone.Join(await day.JoinLink("party"), "Spam Two");
        var waiting = $"{day.Api}/guests/waiting";
        await day.Cast.Sam.Api.DeleteAsync(waiting, TestContext.Current.CancellationToken).Json(403);

        for (var times = 0; times < 2; times++)
            await day.Cast.Kim.Api.DeleteAsync(waiting, TestContext.Current.CancellationToken).Json(204);

        Assert.Empty(await day.Guests());
        Assert.Equal(1, await day.Cast.Look(
            db => db.Log.CountAsync(entry => entry.Kind == WaitingGuestsRemoved.LogKind)));
    }
}
