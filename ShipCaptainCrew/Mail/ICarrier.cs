using MimeKit;

namespace ShipCaptainCrew.Mail;

/// <summary>Takes letters out of the house, for the length of one round.</summary>
public interface ICarrier : IAsyncDisposable
{
    Task<Verdict> Carry(MimeMessage message);
}
