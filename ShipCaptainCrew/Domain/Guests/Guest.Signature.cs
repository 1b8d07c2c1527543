namespace ShipCaptainCrew.Domain.Guests;

/// <summary>The waiver of a guest.</summary>
public sealed partial class Guest
{
    /// <summary>The waiver signed by or for this guest. The waiver record is kept when the guest is removed.</summary>
    public Guid? WaiverId { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>
    /// The name of the signer if it differs from the guest's name: a guardian, another spelling, or somebody else with
    /// the link.
    /// </summary>
    public string? SignerName { get; private set; }

    public bool HasSigned => WaiverId is not null;

    /// <summary>Records that a waiver was signed by or for them. Only the first one counts.</summary>
    /// <param name="birthDate">A child's date of birth, as the guardian entered it; null for an adult.</param>
    public void Sign(Guid waiverId, string signerName, Actor actor, DateOnly? birthDate = null)
    {
        if (HasSigned) return;
        if (birthDate is { } born) OfAgeOn = born.AddYears(Signing.ComingOfAge);
        (WaiverId, SignedAt, SignerName) = (waiverId, actor.At, Signing.SameName(signerName, Name) ? null : signerName);
        Raise(new WaiverSigned(CharterId, Id, waiverId));
    }

    /// <summary>Requests an email with the link to sign the waiver.</summary>
    public Refusal? AskToSign()
    {
        if (HasSigned) return AlreadySigned();
        if (!IsPlaced) return MustBePlaced();
        if (Email is null)
            return Refusal.Conflict(
                "no_address", new LocalizedText("There is no email address for {0}. Show the link instead.", Name));
        Raise(new WaiverAsked(CharterId, Id));
        return null;
    }

    public Refusal AlreadySigned() => Refusal.Conflict("signed", new LocalizedText("{0} has signed.", Name));

    /// <summary>
    /// Keeps the signature true when the details change: after a change of name the signer's name stays recorded. A
    /// waiver that an adult signed does not count for a minor, nor a guardian's for an adult.
    /// </summary>
    private void UpdateSignature(GuestDetails details)
    {
        if (details.IsMinor != IsMinor) WithdrawSignature();
        else if (!Signing.SameName(details.Name, Name)) SignerName ??= Name;
    }

    /// <summary>The waiver no longer counts for them; the signed record is kept.</summary>
    private void WithdrawSignature() => (WaiverId, SignedAt, SignerName) = (null, null, null);
}
