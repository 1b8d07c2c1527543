namespace ShipCaptainCrew.Domain;

/// <summary>The mark of one wish: the same key on the same route again is the same wish, sent twice.</summary>
/// <param name="Route">Method and path.</param>
/// <param name="BodyHash">Tells a repeat from another wish that wrongly carries the same key.</param>
public sealed record IdempotencyKey(string Route, string Key, string BodyHash);
