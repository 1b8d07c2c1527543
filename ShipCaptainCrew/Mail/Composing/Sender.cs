using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>Whom letters come from, and what their links begin with.</summary>
public sealed class Sender(SmtpOptions smtp, PublicAddress address)
{
    public string Host => new Uri(address.Value).IdnHost;

    public string From => smtp.From ?? $"no-reply@{Host}";

    public string Link(string path) => address.Value + path;

    /// <summary>The same at every try, so that a receiver can tell a letter that came twice.</summary>
    public string MessageId(Guid emailId) => $"{emailId:N}@{Host}";
}
