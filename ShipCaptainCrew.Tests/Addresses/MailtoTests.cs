using ShipCaptainCrew.Addresses;

namespace ShipCaptainCrew.Tests.Addresses;

public sealed class MailtoTests
{
    [Theory]
    [InlineData("ana+sail@guests.example", "mailto:ana+sail@guests.example")]
    [InlineData("a?bcc=max%40evil.example&subject=x@guests.example",
        "mailto:a%3Fbcc%3Dmax%2540evil.example%26subject%3Dx@guests.example")]
    public void An_address_cannot_add_recipients_or_a_subject(string address, string link) =>
        Assert.Equal(link, Mailto.Of(address));
}
