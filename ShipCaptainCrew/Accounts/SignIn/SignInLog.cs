using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// Logs sign-ins and sign-outs to the application log, with ids only: no names, addresses, or tokens.
/// </summary>
public sealed class SignInLog(ILogger<SignInLog> log)
{
    public void Started(Session session) => log.LogInformation(
        "Signed in: person {Person}, session {Session}, shared phone {IsShared}",
        session.PersonId,
        session.Id,
        session.IsShared);

    public void Ended(Guid sessionId) => log.LogInformation("Signed out: session {Session}", sessionId);
}
