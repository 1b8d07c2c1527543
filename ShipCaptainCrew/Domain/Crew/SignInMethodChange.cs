namespace ShipCaptainCrew.Domain.Crew;

/// <summary>What a member did about a way to come in: their own passkeys, or the tokens of programs.</summary>
public enum SignInMethodChange { PasskeyAdded, PasskeyRemoved, ProgramMade, ProgramEnded }
