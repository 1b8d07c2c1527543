namespace ShipCaptainCrew.Domain.Guests;

/// <summary>Whether a guest signs for themselves. Their age on the date of the charter decides.</summary>
public sealed partial class Guest
{
    /// <summary>
    /// Their 18th birthday, as a guardian entered it, or they themselves; null if nobody entered a date of birth.
    /// </summary>
    public DateOnly? OfAgeOn { get; private set; }

    /// <summary>
    /// They sign for themselves, although they are listed as a minor: they entered their date of birth.
    /// </summary>
    /// <param name="sailing">The local date of the charter.</param>
    public void SignsAsAdult(DateOnly birthDate, DateOnly sailing)
    {
        OfAgeOn = birthDate.AddYears(Signing.ComingOfAge);
        ListByAge(sailing);
    }

    /// <summary>
    /// Lists them as an adult if they are 18 on the date of the charter, else as a minor; nothing changes if no date of
    /// birth is known. What was signed for a minor no longer counts for the adult, nor the other way round; the signed
    /// record is kept.
    /// </summary>
    /// <param name="sailing">The local date of the charter.</param>
    public void ListByAge(DateOnly sailing)
    {
        if (OfAgeOn is not { } ofAge || IsMinor == ofAge > sailing) return;
        IsMinor = ofAge > sailing;
        WithdrawSignature();
        Raise(new GuestAgeChanged(CharterId, Id, IsMinor));
    }
}
