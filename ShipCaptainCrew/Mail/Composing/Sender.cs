using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>The From address of emails and the base address of their links.</summary>
public sealed class Sender(SmtpOptions smtp, PublicAddress address)
{
    public string Host => new Uri(address.Value).IdnHost;

    public string From => smtp.From ?? $"no-reply@{Host}";

    public string Link(string path) => address.Value + path;

    /// <summary>The same for every attempt, so that the receiver can recognize a duplicate.</summary>
    public string MessageId(Guid emailId) => $"{emailId:N}@{Host}";
}
