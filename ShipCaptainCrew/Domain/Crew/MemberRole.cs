namespace ShipCaptainCrew.Domain.Crew;

/// <summary>The role of a member in the business. Owner and dispatcher are the office.</summary>
public enum MemberRole { Crew, Dispatcher, Owner }
