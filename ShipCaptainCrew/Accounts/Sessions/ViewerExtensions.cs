namespace ShipCaptainCrew.Accounts.Sessions;

public static class ViewerExtensions
{
    /// <exception cref="InvalidOperationException">Nobody came aboard: the endpoint lacks
    /// RequireAuthorization.</exception>
    public static Viewer Viewer(this HttpContext http) =>
        http.Features.Get<Viewer>() ?? throw new InvalidOperationException("Nobody came aboard.");
}
