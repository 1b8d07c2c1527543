namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>A link to be made for a guest.</summary>
public sealed record GuestLinkRequest(Guid OperatorId, Guid GuestId, DateTimeOffset ExpiresAt)
{
    /// <summary>The only waiver record that it shows; null for a link to sign.</summary>
    public Guid? WaiverId { get; init; }

    /// <inheritdoc cref="SignedLink.IsFromOffice" />
    public bool IsFromOffice { get; init; }

    /// <inheritdoc cref="SignedLink.Mailbox" />
    public Guid? Mailbox { get; init; }
}
