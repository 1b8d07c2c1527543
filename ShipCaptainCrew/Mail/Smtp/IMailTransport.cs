using MimeKit;
using ShipCaptainCrew.Mail.Outbox;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>Takes letters out of the house, for the length of one round.</summary>
public interface IMailTransport : IAsyncDisposable
{
    Task<DeliveryResult> Send(MimeMessage message);
}
