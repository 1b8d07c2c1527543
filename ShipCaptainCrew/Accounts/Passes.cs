using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts;

/// <summary>A token and the member it speaks for.</summary>
public sealed record ProgramPass(string Token, Viewer Viewer);

/// <summary>Exchanges a proof for a program's token. It names one operator: the one asked for, else the one used last.</summary>
public sealed class Passes(MagicLinks links, Boarding boarding, AccessToken tokens)
{
    public async Task<(ProgramPass? Pass, Refusal? Refusal)> ForProgram(Proof proof, string? slug, string device, CancellationToken cancel)
    {
        var session = await links.Enter(proof, device, isShared: false, cancel);
        var viewer = session is null ? null : await boarding.ViewerOf(session, slug, cancel);
        if (viewer is not null) return (new(tokens.For(viewer), viewer), null);
        return session is not null && slug is not null
            ? (null, Refusal.Invalid("operator", "There is no such operator."))
            : (null, new Refusal(RefusalKind.Malformed, "not_valid", "This link or code is unknown, used or expired. Ask for a new one."));
    }
}
