using MailKit.Security;
using Microsoft.Extensions.Configuration;
using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Tests.Mail.Smtp;

public sealed class SmtpOptionsTests
{
    [Theory]
    [InlineData("Security", "ssl", "none, starttls or tls")]
    [InlineData("Port", "mail", "a number from 1 to 65535")]
    [InlineData("Port", "0", "a number from 1 to 65535")]
    [InlineData("From", "nobody, no one", "one e-mail address")]
    public void A_setting_that_makes_no_sense_is_refused_by_name(string setting, string value, string says)
    {
        var refusal = Assert.Throws<FormatException>(() => Read((setting, value)));

        Assert.Contains($"Smtp:{setting} is \"{value}\"", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", SecureSocketOptions.None)]
    [InlineData("STARTTLS", SecureSocketOptions.StartTls)]
    [InlineData("tls", SecureSocketOptions.SslOnConnect)]
    [InlineData("", SecureSocketOptions.StartTls)]
    public void Mail_is_encrypted_unless_somebody_says_otherwise(string word, SecureSocketOptions security) =>
        Assert.Equal(security, Read(("Security", word)).Security);

    [Fact]
    public void Of_a_sender_with_a_name_only_the_address_counts() =>
        Assert.Equal("office@charter.example", Read(("From", "The office <office@charter.example>")).From);

    private static SmtpOptions Read(params (string Name, string Value)[] settings) => SmtpOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create($"Smtp:{pair.Name}", (string?)pair.Value)))
            .Build());
}
