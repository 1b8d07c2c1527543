using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Demo;

/// <summary>An action of a member, and when it happened (UTC).</summary>
internal sealed record DemoStep(DateTimeOffset At, string MemberName, Func<Viewer, Task<Outcome>> Run);
