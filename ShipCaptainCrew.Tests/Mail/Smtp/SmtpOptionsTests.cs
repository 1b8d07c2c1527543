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
    [InlineData("From", "nobody, no one", "one email address")]
    public void An_invalid_setting_is_refused_by_its_name(string setting, string value, string expected)
    {
        var refusal = Assert.Throws<FormatException>(() => Read((setting, value)));

        Assert.Contains($"Smtp:{setting} is \"{value}\"", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", SecureSocketOptions.None)]
    [InlineData("STARTTLS", SecureSocketOptions.StartTls)]
    [InlineData("tls", SecureSocketOptions.SslOnConnect)]
    [InlineData("", SecureSocketOptions.StartTls)]
    public void Connections_use_StartTLS_unless_set_otherwise(string value, SecureSocketOptions security) =>
        Assert.Equal(security, Read(("Security", value)).Security);

    [Fact]
    public void Only_the_address_of_a_sender_with_a_name_is_used() =>
        Assert.Equal("office@charter.example", Read(("From", "The office <office@charter.example>")).From);

    private static SmtpOptions Read(params (string Name, string Value)[] settings) => SmtpOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create($"Smtp:{pair.Name}", (string?)pair.Value)))
            .Build());
}
