namespace ShipCaptainCrew.Accounts.Sessions;

public static class ViewerExtensions
{
    /// <exception cref="InvalidOperationException">There is no viewer: the endpoint is anonymous.</exception>
    public static Viewer Viewer(this HttpContext http) =>
        http.Features.Get<Viewer>() ?? throw new InvalidOperationException("The request has no viewer.");
}
