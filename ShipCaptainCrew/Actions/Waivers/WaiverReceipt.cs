using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>What was signed, as shown by the link to it.</summary>
/// <param name="Content">Null after it was erased.</param>
public sealed record WaiverReceipt(Operator Operator, WaiverRecord Record, WaiverContent? Content)
{
    /// <summary>The copy by email; null if nobody gave an address.</summary>
    public WaiverCopy? Copy { get; init; }

    /// <summary>The charter as it is planned now; null if it was removed.</summary>
    public required Charter? Charter { get; init; }
}

/// <summary>The signer's copy by email.</summary>
/// <param name="Address">The address given with the signature; null if the copy goes to the guest list's.</param>
/// <param name="IsWaiting">Whether it is sent only after the crew has put the signer on the list.</param>
public sealed record WaiverCopy(string? Address, bool IsWaiting);
