namespace ShipCaptainCrew.Pages;

/// <summary>Tells in few words from what a browser says of itself which of one's devices it is.</summary>
public static class Device
{
    /// <summary>In this order: nearly every browser also claims to be those further down.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux")];

    /// <returns>Null where it is none of the usual browsers.</returns>
    public static (string Browser, string System)? Of(string userAgent) =>
        Find(Browsers, userAgent) is { } browser && Find(Systems, userAgent) is { } system ? (browser, system) : null;

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
