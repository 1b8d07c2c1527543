using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts;

/// <summary>A token and the member it speaks for.</summary>
public sealed record ProgramPass(string Token, Viewer Viewer);

/// <summary>Exchanges a proof for a program's token.</summary>
public sealed class Passes(MagicLinks links, Boarding boarding, AccessToken tokens)
{
    public async Task<(ProgramPass? Pass, Refusal? Refusal)> ForProgram(Proof proof, string device, CancellationToken cancel)
    {
        var (session, refusal) = await links.Enter(proof, device, isShared: false, cancel);
        if (session is null) return (null, refusal);
        return await boarding.ViewerOf(session, null, cancel) is { } viewer
            ? (new(tokens.For(viewer), viewer), null)
            : (null, Refusal.Forbidden(Boarding.Nowhere));
    }
}
