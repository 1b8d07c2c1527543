using MailKit.Security;
using MimeKit;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>
/// The mail server (settings <c>Smtp:…</c>). Without a host, emails are written to the data folder.
/// </summary>
public sealed record SmtpOptions
{
    public required string? Host { get; init; }

    public required int Port { get; init; }

    public required string? UserName { get; init; }

    public required string? Password { get; init; }

    public required string? From { get; init; }

    public required SecureSocketOptions Security { get; init; }

    public required TimeSpan Timeout { get; init; }

    private const int SubmissionPort = 587;

    /// <exception cref="FormatException">A setting is invalid; the message names it.</exception>
    public static SmtpOptions Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Smtp");
        return new()
        {
            Host = NullIfBlank(smtp["Host"]),
            Port = Number(smtp, "Port", SubmissionPort, 65535),
            UserName = NullIfBlank(smtp["UserName"]),
            Password = smtp["Password"],
            From = Mailbox(smtp, "From"),
            Security = SecurityOf(NullIfBlank(smtp["Security"]) ?? "starttls"),
            Timeout = TimeSpan.FromSeconds(Number(smtp, "TimeoutSeconds", 20, 600)),
        };
    }

    private static SecureSocketOptions SecurityOf(string word) => word.ToLowerInvariant() switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        "tls" => SecureSocketOptions.SslOnConnect,
        _ => throw new FormatException($"Smtp:Security is \"{word}\"; it must be none, starttls or tls."),
    };

    private static int Number(IConfiguration smtp, string name, int defaultValue, int max) =>
        NullIfBlank(smtp[name]) is not { } text ? defaultValue
        : int.TryParse(text, out var number) && number > 0 && number <= max ? number
        : throw new FormatException($"Smtp:{name} is \"{text}\"; it must be a number from 1 to {max}.");

    /// <summary>A setting that is one email address; null if it is not set.</summary>
    /// <exception cref="FormatException">The setting is not one email address.</exception>
    internal static string? Mailbox(IConfigurationSection section, string name) =>
        NullIfBlank(section[name]) is not { } text ? null
        : MailboxAddress.TryParse(text, out var mailbox) ? mailbox.Address
        : throw new FormatException($"{section.Key}:{name} is \"{text}\"; it must be one email address.");

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
