using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// Composes one kind of email just before it is sent, from the data at that time. Registered as a keyed service; the
/// key is the email kind.
/// </summary>
public interface IEmailComposer
{
    /// <returns>Null if the email is no longer needed.</returns>
    Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel);
}
