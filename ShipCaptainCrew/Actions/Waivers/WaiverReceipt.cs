using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>What was signed, as shown by the link to it.</summary>
/// <param name="Content">Null after it was erased.</param>
public sealed record WaiverReceipt(Operator Operator, WaiverRecord Record, WaiverContent? Content);
