namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>The result of one attempt to deliver one email.</summary>
/// <param name="Answer">The mail server's answer, or our own text if there was none.</param>
public sealed record DeliveryResult(DeliveryOutcome Outcome, string Answer = "");

public enum DeliveryOutcome
{
    Delivered,

    /// <summary>No longer true, or without a recipient.</summary>
    NotNeeded,

    /// <summary>Refused for now, or the outcome is unknown: the same email is retried.</summary>
    Later,

    /// <summary>Refused for good: the email is not retried.</summary>
    Refused,

    /// <summary>
    /// The server cannot be reached: does not count as an attempt, and the next email would fail too.
    /// </summary>
    Unreachable,

    /// <summary>The email could not be composed because of an error of ours.</summary>
    Broken,
}
