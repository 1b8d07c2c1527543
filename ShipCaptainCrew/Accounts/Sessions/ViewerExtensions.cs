namespace ShipCaptainCrew.Accounts.Sessions;

public static class ViewerExtensions
{
    /// <exception cref="InvalidOperationException">There is no viewer: the endpoint is anonymous.</exception>
    public static Viewer Viewer(this HttpContext http) =>
        http.Features.Get<Viewer>() ?? throw new InvalidOperationException("The request has no viewer.");

    /// <summary>The session of the request, which may open no operator.</summary>
    /// <exception cref="InvalidOperationException">There is none: the endpoint is anonymous.</exception>
    public static Session SignInSession(this HttpContext http) =>
        http.Features.Get<Session>() ?? throw new InvalidOperationException("The request has no session.");
}
