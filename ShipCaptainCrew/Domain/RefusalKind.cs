namespace ShipCaptainCrew.Domain;

/// <summary>Ordered by precedence: if several apply, the first is reported.</summary>
public enum RefusalKind { NotFound, Forbidden, Malformed, WrongMedia, TooLarge, Invalid, Conflict, Stale, TooOften }
