namespace ShipCaptainCrew.Domain.Crew;

public enum MemberStatus { Invited, Active, Suspended }
