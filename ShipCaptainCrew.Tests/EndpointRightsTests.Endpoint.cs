namespace ShipCaptainCrew.Tests;

public sealed partial class EndpointRightsTests
{
    private sealed record Endpoint(string Method, string Route, string? Handler)
    {
        public string Name => $"{Method} {Route}{Query}";

        public string Query => Handler is null ? "" : $"?handler={Handler}";

        public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

        /// <summary>Whether it belongs to an entity, not just to a list that every operator has.</summary>
        public bool NeedsEntity => Route.Contains('{', StringComparison.Ordinal);

        /// <summary>Whether it ends the session of the browser, besides what the link allows.</summary>
        public bool SignsOut => this is { Method: "POST", Route: "/party/{token}/kiosk" };

        public bool NeedsMember =>
            Route.EndsWith("/claim", StringComparison.Ordinal) || Route.EndsWith("/release", StringComparison.Ordinal)
                || Route.EndsWith("{role}", StringComparison.Ordinal);

        /// <summary>
        /// The order of the calls: reads, changes, deletions, release of a position, claim of it, and sign-out last.
        /// </summary>
        public int Order => (Method, Route, Handler) switch
        {
            ("GET", _, _) => 0,
            (_, "/sign-out", _) => 5,
            (_, var route, _) when route.Contains("/claim", StringComparison.Ordinal) => 4,
            (_, var route, _) when route.Contains("/release", StringComparison.Ordinal) => 3,
            ("DELETE", _, _) or (_, _, "Archive" or "Remove" or "Release" or "Withdraw") => 2,
            _ => 1,
        };
    }
}
