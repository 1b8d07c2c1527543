using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Api;

internal sealed record TokenJson(string AccessToken, string TokenType, int ExpiresIn, string Operator, MemberRole Role);
