using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>The receipt says whether a copy was emailed, and to whom.</summary>
public sealed class WaiverCopyNoteTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await day.Cast.Waiver();
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Theory]
    [InlineData(null, null, "No email given.")]
    [InlineData("ben@guests.example", null, "Copy sent to the address your party gave.")]
    [InlineData(null, "cole@guests.example", "Copy sent to cole@guests.example.")]
    [InlineData("ben@guests.example", "cole@guests.example", "Copy sent to cole@guests.example.")]
    public async Task A_guest_on_the_list_reads_where_the_copy_went(string? listed, string? typed, string expected)
    {
        var guest = await day.Guest("Ben Cole", new { email = listed });

        Assert.Contains(expected, await Receipt((string)guest["waiver_url"]!, typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_waits_for_the_crew_reads_that_the_copy_waits()
    {
        using var phone = day.Ship.Phone();
        var page = await phone.Join(await day.JoinLink("dock"), "Cy Waiting");

        Assert.Contains("A copy goes to cy@guests.example once the crew has added you to the list.",
            await Receipt(page, "cy@guests.example", "Cy Waiting"), StringComparison.Ordinal);
    }

    private async Task<string> Receipt(string address, string? email, string name = "Ben Cole")
    {
        using var phone = day.Ship.Phone();
        var page = address.StartsWith('/') ? address : new Uri(address).AbsolutePath;
        var signed = await phone.Sign(page, name, email is null ? [] : [("email", email)]);
        return (await phone.Page(signed.Headers.Location!.OriginalString)).Text();
    }
}
