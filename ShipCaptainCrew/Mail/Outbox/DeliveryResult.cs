namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>What came of one try to deliver one letter.</summary>
/// <param name="Answer">The mail server's own words, or ours where none answered.</param>
public sealed record DeliveryResult(DeliveryOutcome Outcome, string Answer = "");

public enum DeliveryOutcome
{
    Delivered,

    /// <summary>Overtaken by events, or for nobody.</summary>
    NotNeeded,

    /// <summary>Refused for now, or nobody knows: the same letter is tried again.</summary>
    Later,

    Refused,

    /// <summary>No server to talk to: no letter's fault, and no use trying the next.</summary>
    Unreachable,

    /// <summary>Our own mistake in writing it.</summary>
    Broken,
}
