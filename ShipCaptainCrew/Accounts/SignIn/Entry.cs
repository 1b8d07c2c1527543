using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>The session that was started, or the refusal.</summary>
public sealed record Entry(Session? Session, Refusal? Refusal);
