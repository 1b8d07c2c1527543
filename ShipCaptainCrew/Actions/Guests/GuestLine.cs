using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>One row of an imported guest list: the guest's details, or why the row is not valid.</summary>
/// <param name="Line">Its line number in the given text, from 1.</param>
/// <param name="Name">The name as written, to find the row again.</param>
public sealed record GuestLine(int Line, string Name, GuestDetails? Details, LocalizedText? Why);
