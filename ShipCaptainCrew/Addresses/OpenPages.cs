namespace ShipCaptainCrew.Addresses;

/// <summary>The addresses of pages of no one operator. Those with a token are reached without signing in.</summary>
public static class OpenPages
{
    public const string Root = "/";

    public const string SignIn = "/sign-in";

    public const string SignInSent = "/sign-in/sent";

    public const string SignOut = "/sign-out";

    /// <summary>What went wrong.</summary>
    public const string Error = "/error";

    public const string DevSignIn = "/dev/sign-in";

    public const string DevMail = "/dev/mail";

    public static string DevMailOf(string name) => $"{DevMail}/{Uri.EscapeDataString(name)}";

    public static string SignInLink(string token) => $"{SignIn}/{Uri.EscapeDataString(token)}";

    /// <summary>Where a member answers whether they will come.</summary>
    public static string Answer(string token) => $"/me/answers/{Uri.EscapeDataString(token)}";

    /// <summary>An overdue charter, for who watches from ashore.</summary>
    public static string Overdue(string token) => $"/me/watch/{Uri.EscapeDataString(token)}";

    public static string EmailChange(string token) => $"/me/address/{Uri.EscapeDataString(token)}";

    /// <summary>Where a guest signs.</summary>
    public static string Waiver(string token) => $"/waivers/{Uri.EscapeDataString(token)}";

    public static string Receipt(string token) => $"{Waiver(token)}/receipt";

    /// <summary>Where guests are added to a charter.</summary>
    public static string Party(string token) => $"/party/{Uri.EscapeDataString(token)}";
}
