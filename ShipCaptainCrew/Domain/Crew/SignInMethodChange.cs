namespace ShipCaptainCrew.Domain.Crew;

/// <summary>A change of a member's own passkeys or API tokens.</summary>
public enum SignInMethodChange { PasskeyAdded, PasskeyRemoved, ProgramMade, ProgramEnded }
