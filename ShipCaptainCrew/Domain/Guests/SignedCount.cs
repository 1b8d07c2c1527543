namespace ShipCaptainCrew.Domain.Guests;

/// <summary>How many guests of a charter have signed the waiver, or were signed for.</summary>
/// <param name="Of">How many are expected or, if that is more, on the list or waiting for it. No-shows are not.</param>
public readonly record struct SignedCount(int Signed, int Of)
{
    public bool IsComplete => Missing == 0;

    public int Missing => Math.Max(0, Of - Signed);
}
