namespace ShipCaptainCrew.Evidence;

/// <summary>
/// The result of verifying one record. <see cref="KeyMissing"/>: its hashes match, but the public key of its seal is
/// not in the key folder.
/// </summary>
public enum IntegrityCheck { Whole, Altered, KeyMissing }
