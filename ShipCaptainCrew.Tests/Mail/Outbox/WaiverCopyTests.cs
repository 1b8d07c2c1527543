using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

/// <summary>Signers on the list get the copy, even if a child they signed for, or their first entry, waited.</summary>
public sealed partial class WaiverCopyTests : IAsyncLifetime
{
    private const string Address = "ana@guests.example";

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
    public async Task A_placed_signer_gets_the_copy_although_the_child_waits()
    {
        var joined = await phone.Join(await day.JoinLink("party"), "Ana Cole", ("email", Address));
        await Place((await day.Waiting())[0].Id);

        await phone.Sign(joined, "Ana Cole", [.. Mother, .. Child("Mia Cole")]);

        await AssertOneCopy();
        Assert.Equal(["Mia Cole"], (await day.Waiting()).Select(guest => guest.Name));
    }

    [Fact]
    public async Task A_guardian_with_a_link_of_the_office_gets_it_although_the_child_is_listed_with_another_guardian()
    {
        await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true, guardian: "Dan Cole");
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ana Cole", Address);

        await phone.Sign(page, "Ana Cole", [.. Mother, .. Child("Mia Cole")]);

        await AssertOneCopy();
        Assert.Equal(["Mia Cole"], (await day.Waiting()).Select(guest => guest.Name));
    }

    private async Task Place(Guid guest) =>
        await day.Cast.Dana.Api.Post($"{day.Api}/guests/{guest}/place", new { }).Json();

    private async Task AssertOneCopy()
    {
        await day.Ship.Rest();
        Assert.Single(day.Ship.Post.Deliveries, delivery => delivery.To.Contains(Address)
            && delivery.Message.Subject?.StartsWith("Signed", StringComparison.Ordinal) == true);
    }
}
