using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// Writes one kind of letter when its turn has come, from what is true then. The kind is its key as a service.
/// </summary>
public interface IEmailComposer
{
    /// <returns>Null where there is nothing to say any more.</returns>
    Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel);
}
