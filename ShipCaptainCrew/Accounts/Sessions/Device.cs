using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>Tells in few words from what a browser says of itself which device it is.</summary>
public static class Device
{
    private const int Longest = 60;

    /// <summary>In this order: nearly every browser also claims to be those further down.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
            ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
            ("Macintosh", "Mac"), ("Linux", "Linux")];

    /// <summary>
    /// Where somebody is signed in: the browser in few words; a program as it is called, else as it named itself.
    /// </summary>
    public static LocalizedText Describe(this Session session) =>
        session.Program is { } program ? new LocalizedText("{0}", program)
        : Of(session.Device) is var (browser, system) ? new LocalizedText("{0} on {1}", browser, system)
        : session.Device.Length == 0 ? "A program"
        : new LocalizedText("{0}", session.Device.Length <= Longest ? session.Device : session.Device[..Longest] + "…");

    /// <returns>Null where it is none of the usual browsers.</returns>
    public static (string Browser, string System)? Of(string userAgent) =>
        Find(Browsers, userAgent) is { } browser && Find(Systems, userAgent) is { } system ? (browser, system) : null;

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
