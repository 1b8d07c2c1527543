namespace ShipCaptainCrew.Domain;

/// <summary>Identifies one request: the same key on the same route means that the request was sent again.</summary>
/// <param name="Route">HTTP method and path.</param>
/// <param name="BodyHash">Hash of the request body, to detect a different request that reuses the key.</param>
public sealed record IdempotencyKey(string Route, string Key, string BodyHash);
