using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>What strangers type sends no email, and what the office does sends a mailbox only so many a day.</summary>
public sealed partial class GuestMailboxTests : IAsyncLifetime
{
    private const string Victim = "victim@guests.example";

    private CharterFixture day = null!;
    private HttpClient phone = null!;

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
    public async Task Adding_and_removing_a_guest_again_and_again_mails_a_mailbox_ten_times_a_day()
    {
        for (var times = 0; times < 12; times++)
        {
            var (guest, _) = await day.Cast.Guest(day.CharterId, $"Ben Cole {times}", Victim.ToUpperInvariant());
            await day.Ship.Rest();
            await Remove(guest);
        }

        Assert.Equal(10, await Mails());
        day.Ship.Clock.Advance(TimeSpan.FromHours(24));
        var dana = await day.Cast.Dana.SignInAgain(day.Ship, day.Cast.OperatorId);
        await dana.Guest(day.Api, "Ben Cole", new { email = Victim });
        Assert.Equal(11, await Mails());
    }

    [Fact]
    public async Task An_imported_list_with_one_address_mails_it_ten_times()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 12).Select(i => $"Guest {i},{Victim}"));

        await day.Cast.Kim.Browser.PostForm(
            $"{day.Charter}/guests/import", "?handler=Add", ("list", $"name,email\n{rows}"));

        Assert.Equal(12, (await day.Guests()).Count);
        Assert.Equal(10, await Mails());
    }

    [Fact]
    public async Task Publishing_a_draft_mails_one_address_ten_times()
    {
        var draft = await day.Cast.Plan(await day.Cast.Vessel("Draft"), new() { ["publish"] = false }).Json(201);
        for (var i = 0; i < 12; i++) await day.Cast.Guest(draft.Id(), $"Guest {i}", Victim);

        await day.Cast.Dana.Api.Post($"/api/events/{draft.Id()}/publish").Json();

        Assert.Equal(10, await Mails());
    }

    [Fact]
    public async Task By_hand_a_mailbox_is_mailed_no_more_than_ten_times_whichever_guests_have_it()
    {
        var guests = new List<Guid>();
        for (var i = 0; i < 11; i++) guests.Add((await day.Cast.Guest(day.CharterId, $"Guest {i}", Victim)).Id);

        var refused = await day.Cast.Dana.Browser.PostForm($"{day.Charter}/guests/{guests[10]}/edit", "?handler=Mail");

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Contains("The address of Guest 10 was emailed 10 times since yesterday. Show the link instead.",
            (await refused.Html()).Text(), StringComparison.Ordinal);
        Assert.Equal(10, await Mails());
    }

    [Fact]
    public async Task Signing_and_removing_a_guest_again_and_again_sends_a_mailbox_ten_copies_a_day()
    {
        for (var times = 0; times < 12; times++)
        {
            var (guest, page) = await day.Cast.Guest(day.CharterId, "Ben Cole");
            await phone.Sign(page, "Ben Cole", ("email", Victim));
            await day.Ship.Rest();
            await Remove(guest);
        }

        Assert.Equal(10, await Mails());
    }

    [Theory]
    [InlineData("dock", 1)]
    [InlineData("party", 2)]
    public async Task Who_joins_by_a_link_sends_no_email_until_placed(string kind, int afterwards)
    {
        var link = await day.JoinLink(kind);
        var signer = await phone.Join(link, "Ana Cole", ("email", "other@guests.example"));
        await phone.Sign(signer, "Ana Cole", [("email", Victim), .. Mother, .. Child("Mia Cole")]);
        await phone.Join(link, "Ben Cole", ("email", Victim));
        Assert.Equal(0, await Mails());
        var waiting = await day.Waiting();
        var ben = $"{day.Charter}/guests/{waiting.Single(guest => guest.Name == "Ben Cole").Id}/edit";
        Assert.Equal(409, (int)(await day.Cast.Kim.Browser.PostForm(ben, "?handler=Mail")).StatusCode);
        await day.Cast.Kim.Api
            .Put($"{day.Api}/guests/{waiting[0].Id}", new { email = "third@guests.example" }).Json();
        Assert.Equal(0, await Mails("@guests.example"));

        foreach (var guest in waiting.Where(guest => guest.Name != "Mia Cole"))
            await day.Cast.Kim.Api.Post($"{day.Api}/guests/{guest.Id}/place", new { }).Json();

        Assert.Equal(afterwards, await Mails());
    }

    /// <summary>How many emails went to the victim's mailbox, or to all addresses that end like this.</summary>
    private async Task<int> Mails(string ending = Victim)
    {
        await day.Ship.Rest();
        return day.Ship.Post.Deliveries.Count(
            delivery => delivery.To.Any(to => to.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task Remove(Guid guest) => await day.Cast.Dana.Api
        .DeleteAsync($"{day.Api}/guests/{guest}", TestContext.Current.CancellationToken).Json(204);
}
