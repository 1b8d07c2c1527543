namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// A browser on which a person has signed in before. It has an allowance of its own for sign-in emails, which nobody
/// else can use up. It gives no other right.
/// </summary>
public sealed class KnownDevice
{
    private KnownDevice()
    {
    }

    public KnownDevice(Guid personId, string tokenHash, DateTimeOffset at) =>
        (PersonId, TokenHash, CreatedAt, SeenAt) = (personId, tokenHash, at, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }

    /// <summary>The hash of the token in the browser's cookie. Several people can use one browser.</summary>
    public string TokenHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the person last signed in on it (UTC).</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public void Seen(DateTimeOffset at) => SeenAt = at;
}
