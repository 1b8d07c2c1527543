namespace ShipCaptainCrew.Data.Entities;

/// <summary>The state of an email in the outbox.</summary>
public enum EmailState { Waiting, Sent, NotDelivered, NotNeeded }
