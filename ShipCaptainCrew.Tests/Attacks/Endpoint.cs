namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>One method of one route of the running app, with an address that leads to an existing record.</summary>
public sealed record Endpoint(string Method, string Route, string Address, bool IsOpen, bool IsFile)
{
    public bool IsForPrograms => Route.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Whether its address contains the token of a link.</summary>
    public bool HasToken => Route.Contains("{token", StringComparison.Ordinal);

    public bool Changes => Method is not ("GET" or "HEAD");

    /// <summary>Whether the token in the address is the only credential: no cookie and no antiforgery token.</summary>
    public bool IsByTokenAlone =>
        Route.Contains("/{token}", StringComparison.Ordinal)
            && !Route.StartsWith("/sign-in/", StringComparison.Ordinal);

    /// <summary>Whether it ends the session of a signed-in browser without an antiforgery token.</summary>
    public bool SignsOut => Changes && Route.EndsWith("/kiosk", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Address}";
}
