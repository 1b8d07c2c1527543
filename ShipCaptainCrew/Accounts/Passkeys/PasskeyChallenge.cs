namespace ShipCaptainCrew.Accounts.Passkeys;

/// <summary>
/// A passkey challenge. It is stored on the server and used once, so a recorded response cannot be
/// replayed and a response for one person's challenge is not accepted for another's.
/// </summary>
public sealed class PasskeyChallenge
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private PasskeyChallenge()
    {
    }

    /// <param name="personId">The person who registers a passkey; null for a sign-in.</param>
    public PasskeyChallenge(Guid? personId, string state, DateTimeOffset at) =>
        (PersonId, State, ExpiresAt) = (personId, state, at + Life);

    public Guid Id { get; private set; } = Guid.NewGuid();
    public Guid? PersonId { get; private set; }

    /// <summary>The options that the authenticator was given, as JSON.</summary>
    public string State { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsLive(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset at) => UsedAt = at;
}
