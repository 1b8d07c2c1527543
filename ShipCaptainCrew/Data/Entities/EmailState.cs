namespace ShipCaptainCrew.Data.Entities;

/// <summary>The state of an email in the outbox.</summary>
public enum EmailState
{
    Waiting,
    Sent,
    NotDelivered,
    NotNeeded,

    /// <summary>Its row cannot be read as an email. It is skipped until somebody repairs the row.</summary>
    Unreadable,
}
