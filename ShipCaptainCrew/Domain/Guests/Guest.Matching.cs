namespace ShipCaptainCrew.Domain.Guests;

/// <summary>Two entries for the same person: one on the list, and one that a link added and that waits.</summary>
public sealed partial class Guest
{
    /// <summary>
    /// Takes over the signature and the details of a waiting entry, where this one has none. The crew says that it is
    /// the same person; a name alone does not. The caller removes the waiting entry.
    /// </summary>
    public Refusal? Match(Guest waiting)
    {
        if (!IsPlaced) return MustBePlaced();
        if (waiting.IsPlaced)
            return Refusal.Conflict("placed", new LocalizedText("{0} is already on the list.", waiting.Name));
        if (waiting.IsMinor != IsMinor)
            return Refusal.Conflict(
                "not_same",
                new LocalizedText("One entry for {0} is a minor and the other is not. Correct one first.", Name));
        TakeSignature(waiting);
        TakeDetails(waiting);
        Raise(new GuestMatched(CharterId, Id, waiting.Id));
        return null;
    }

    private void TakeSignature(Guest waiting)
    {
        if (HasSigned || waiting.WaiverId is not { } signed) return;
        (WaiverId, SignedAt, OfAgeOn) = (signed, waiting.SignedAt, waiting.OfAgeOn ?? OfAgeOn);
        SignerName = waiting.SignerName ?? (Signing.SameName(waiting.Name, Name) ? null : waiting.Name);
        Raise(new WaiverSigned(CharterId, Id, signed));
    }

    /// <summary>
    /// The address is taken over only after they signed, for the copy. Before that, a request to sign, which also acts
    /// for their children, would be mailed to an address that anybody may have typed.
    /// </summary>
    private void TakeDetails(Guest waiting)
    {
        var taken = Details with
        {
            Email = Email ?? (HasSigned ? waiting.Email : null),
            Phone = Phone ?? waiting.Phone,
            Needs = Needs ?? waiting.Needs,
        };
        Change(taken);
    }
}
