namespace ShipCaptainCrew.Addresses;

/// <summary>Links that open a mail program.</summary>
public static class Mailto
{
    /// <summary>
    /// Escapes the address: guests type theirs, and mail programs read <c>?bcc=</c> in a link as another recipient.
    /// </summary>
    public static string Of(string address) => "mailto:" + Uri.EscapeDataString(address)
        .Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal);
}
