namespace ShipCaptainCrew.Maintenance;

/// <summary>A database or backup does not verify. The message says where.</summary>
public sealed class CorruptDataException(string message) : Exception(message);
