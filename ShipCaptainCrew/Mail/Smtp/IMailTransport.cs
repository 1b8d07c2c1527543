using MimeKit;
using ShipCaptainCrew.Mail.Outbox;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>Sends emails, over one connection at most, until it is disposed.</summary>
public interface IMailTransport : IAsyncDisposable
{
    Task<DeliveryResult> Send(MimeMessage message);
}
