using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>Sends the server's time, because the clock of a phone can be wrong. Countdowns go by it.</summary>
public static class ServerTime
{
    public static void Send(HttpContext http, TimeProvider clock) =>
        http.Response.Headers["Server-Timing"] = $"now;desc=\"{WireTime.Text(clock.GetUtcNow())}\"";
}
