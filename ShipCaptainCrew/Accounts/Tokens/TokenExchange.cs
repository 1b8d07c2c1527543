using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>A token and the member it acts for.</summary>
public sealed record ProgramToken(string Token, Viewer Viewer);

/// <summary>Exchanges a sign-in proof for a program token.</summary>
public sealed class TokenExchange(
    MagicLinks links, SessionResolver sessions, AccessToken tokens, SignInLog signInLog)
{
    public async Task<(ProgramToken? Token, Refusal? Refusal)> ForProgram(
        Proof proof, string device, CancellationToken cancel)
    {
        var (session, refusal) = await links.Enter(proof, device, isShared: false, cancel, mustOpenOperator: true);
        if (session is null) return (null, refusal);
        signInLog.Started(session);
        return await sessions.ViewerOf(session, null, cancel) is { } viewer
            ? (new(tokens.For(viewer), viewer), null)
            : (null, Refusal.Forbidden(await sessions.Advise(session.PersonId, cancel)));
    }
}
