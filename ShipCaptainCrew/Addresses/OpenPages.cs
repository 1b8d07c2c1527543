namespace ShipCaptainCrew.Addresses;

/// <summary>Addresses of pages outside any operator. Pages with a token need no sign-in.</summary>
public static class OpenPages
{
    public const string Root = "/";

    public const string SignIn = "/sign-in";

    public const string SignInSent = "/sign-in/sent";

    public const string SignOut = "/sign-out";

    /// <summary>The page shown for errors.</summary>
    public const string Error = "/error";

    public const string DevSignIn = "/dev/sign-in";

    public const string DevMail = "/dev/mail";

    public static string DevMailOf(string name) => $"{DevMail}/{Uri.EscapeDataString(name)}";

    public static string SignInLink(string token) => $"{SignIn}/{Uri.EscapeDataString(token)}";

    /// <summary>Where a member says whether they will be there.</summary>
    public static string Answer(string token) => $"/me/answers/{Uri.EscapeDataString(token)}";

    /// <summary>Shows an overdue charter to the shore contact.</summary>
    public static string Overdue(string token) => $"/me/watch/{Uri.EscapeDataString(token)}";

    public static string EmailChange(string token) => $"/me/address/{Uri.EscapeDataString(token)}";

    /// <summary>Where a guest signs.</summary>
    public static string Waiver(string token) => $"/waivers/{Uri.EscapeDataString(token)}";

    public static string Receipt(string token) => $"{Waiver(token)}/receipt";

    /// <summary>Where an optional kind of email is turned off.</summary>
    public static string Unsubscribe(string token) => $"/unsubscribe/{Uri.EscapeDataString(token)}";

    /// <summary>Where guests are added to a charter.</summary>
    public static string Party(string token) => $"/party/{Uri.EscapeDataString(token)}";

    /// <summary>The same on a device that guests share.</summary>
    public static string Kiosk(string token) => $"{Party(token)}?kiosk=1";

    /// <summary>Where a browser is signed out before guests share it.</summary>
    public static string StartKiosk(string token) => $"{Party(token)}/kiosk";
}
