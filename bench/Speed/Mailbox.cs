using System.Text.RegularExpressions;

namespace Bench.Speed;

/// <summary>Finds the sign-in links in the emails that the server writes to its folder.</summary>
internal static partial class Mailbox
{
    private const int Tries = 200;
    private static readonly HashSet<string> Used = [];

    /// <summary>
    /// The token of a sign-in link or invitation that was sent to the address, each once; waits up to 20 s for it.
    /// </summary>
    public static async Task<string> SignInToken(Product product, string address)
    {
        for (var tries = 0; tries < Tries; tries++, await Task.Delay(100))
        {
            foreach (var file in Emails(product))
            {
                var text = (await File.ReadAllTextAsync(file)).Replace("=\r\n", "", StringComparison.Ordinal);
                if (Recipient().Match(text).Groups[1].Value == address
                    && Link().Match(text) is { Success: true } link && Used.Add(link.Value))
                    return link.Groups[1].Value;
            }
        }

        throw new TimeoutException($"No email to {address} came.");
    }

    private static IEnumerable<string> Emails(Product product) =>
        Directory.Exists(product.Mail) ? Directory.EnumerateFiles(product.Mail, "*.eml") : [];

    /// <summary>The address alone, with or without a name before it.</summary>
    [GeneratedRegex(@"^To: (?:.*<)?([^<>\s]+@[^<>\s]+)>?\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Recipient();

    [GeneratedRegex("/sign-in/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
