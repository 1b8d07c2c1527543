using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>How many guests are coming, have signed and are aboard.</summary>
public sealed record GuestCount(int Listed, int Signed, int Boarded)
{
    public static readonly GuestCount None = new(0, 0, 0);

    /// <summary>The number of guests in words, of those expected if known. Null when neither number is known.</summary>
    public LocalizedText? Of(int? expected) => (Listed, expected) switch
    {
        (0, null) => null,
        (0, 1) or (1, null) => "1 guest",
        (0, { } all) => new LocalizedText("{0} guests", all),
        (_, null) => new LocalizedText("{0} guests", Listed),
        (_, 1) => new LocalizedText("{0} of 1 guest", Listed),
        (_, { } all) => new LocalizedText("{0} of {1} guests", Listed, all),
    };
}
