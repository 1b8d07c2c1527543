namespace ShipCaptainCrew.Evidence;

/// <summary>Whether a record contains a signed waiver or the certificate of an erasure.</summary>
public enum RecordKind { Signed, Erased }
