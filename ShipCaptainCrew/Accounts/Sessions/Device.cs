using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>Names the browser and system of a device from its User-Agent header.</summary>
public static class Device
{
    private const int MaxLength = 60;

    /// <summary>The order matters: nearly every browser also claims to be those further down.</summary>
    private static readonly (string Token, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
            ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Token, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
            ("Macintosh", "Mac"), ("Linux", "Linux")];

    /// <summary>The name of a session's device: the browser and system, or the name of a program.</summary>
    public static LocalizedText Describe(this Session session) =>
        session.Program is { } program ? new LocalizedText("{0}", program)
        : Of(session.Device) is var (browser, system) ? new LocalizedText("{0} on {1}", browser, system)
        : session.Device.Length == 0 ? "API token"
        : new LocalizedText("{0}", Shorten(session.Device));

    /// <returns>Null if it is not a known browser.</returns>
    public static (string Browser, string System)? Of(string userAgent) =>
        Find(Browsers, userAgent) is { } browser && Find(Systems, userAgent) is { } system ? (browser, system) : null;

    private static string Shorten(string device) =>
        device.Length <= MaxLength ? device : device[..MaxLength] + "…";

    private static string? Find((string Token, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(entry => userAgent.Contains(entry.Token, StringComparison.Ordinal)).Name;
}
