using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Tests.Mail.Smtp;

public sealed class SmtpMechanismsTests
{
    [Theory]
    [InlineData(true, "PLAIN SCRAM-SHA-256")]
    [InlineData(false, "CRAM-MD5 DIGEST-MD5 NTLM PLAIN SCRAM-SHA-256")]
    public void Over_TLS_no_mechanism_with_MD5_is_used(bool isSecure, string expected)
    {
        var offered = new SortedSet<string> { "PLAIN", "SCRAM-SHA-256", "CRAM-MD5", "DIGEST-MD5", "NTLM" };

        SmtpMechanisms.RemoveWeak(offered, isSecure);

        Assert.Equal(expected, string.Join(' ', offered));
    }
}
