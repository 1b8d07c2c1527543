namespace ShipCaptainCrew.Domain.Crew;

/// <summary>A member's place in the business. Owner and dispatcher are the office.</summary>
public enum MemberRole { Crew, Dispatcher, Owner }
