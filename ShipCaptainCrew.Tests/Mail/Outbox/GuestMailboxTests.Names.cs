using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Mail.Outbox;

public sealed partial class GuestMailboxTests
{
    private const string Advertising = "Win at https://evil.example/now";

    [Theory]
    [InlineData("name")]
    [InlineData("guardian_name")]
    public async Task A_name_with_a_web_address_cannot_join(string field)
    {
        var refused = await phone.Send(
            await day.JoinLink("party"), [.. new[] { ("name", "Ann"), ("minor", "true") }.Where(f => f.Item1 != field),
                (field, "Visit evil.example")]);

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("A name cannot contain a web address.", (await refused.Html()).GetElementById($"{field}-e")!
            .TextContent, StringComparison.Ordinal);
        Assert.Empty(await day.Guests());
    }

    [Fact]
    public async Task A_name_with_a_web_address_cannot_sign_and_is_not_mailed()
    {
        var (_, page) = await day.Cast.Guest(day.CharterId, "Ben Cole");

        Assert.Equal(422, (int)(await phone.Sign(page, Advertising, ("email", Victim))).StatusCode);
        Assert.Equal(422, (int)(await phone.Sign(
            page, "Ben Cole", [("email", Victim), .. Mother, .. Child("www.evil.example")])).StatusCode);
        Assert.Equal(0, await Mails());
    }

    [Fact]
    public async Task A_web_address_in_a_name_of_the_office_is_not_a_link_in_emails()
    {
        await day.Cast.Guest(day.CharterId, "Mia evil.example", minor: true, guardian: Advertising);

        await day.Cast.Guest(day.CharterId, Advertising, Victim);

        var email = await day.Ship.Post.Arrival(Victim, "Please sign");
        foreach (var text in new[] { email.TextBody!, email.HtmlBody!, $"{email.To}" })
        {
            Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("https://evil", text, StringComparison.Ordinal);
        }

        Assert.Contains("Win at evil. example/now", email.TextBody, StringComparison.Ordinal);
    }
}
