using MailKit.Security;
using MimeKit;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>
/// The mail server (settings <c>Smtp:…</c>). Without a host, letters become files in the data folder.
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

    private const int Submission = 587;

    /// <exception cref="FormatException">A setting makes no sense; the message names it.</exception>
    public static SmtpOptions Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Smtp");
        return new()
        {
            Host = Given(smtp["Host"]),
            Port = Whole(smtp, "Port", Submission, 65535),
            UserName = Given(smtp["UserName"]),
            Password = smtp["Password"],
            From = Given(smtp["From"]) is { } from ? Mailbox(from) : null,
            Security = SecurityOf(Given(smtp["Security"]) ?? "starttls"),
            Timeout = TimeSpan.FromSeconds(Whole(smtp, "TimeoutSeconds", 20, 600)),
        };
    }

    private static SecureSocketOptions SecurityOf(string word) => word.ToLowerInvariant() switch
    {
        "none" => SecureSocketOptions.None,
        "starttls" => SecureSocketOptions.StartTls,
        "tls" => SecureSocketOptions.SslOnConnect,
        _ => throw new FormatException($"Smtp:Security is \"{word}\"; it must be none, starttls or tls."),
    };

    private static int Whole(IConfiguration smtp, string name, int usual, int most) =>
        Given(smtp[name]) is not { } text ? usual
        : int.TryParse(text, out var number) && number > 0 && number <= most ? number
        : throw new FormatException($"Smtp:{name} is \"{text}\"; it must be a number from 1 to {most}.");

    private static string Mailbox(string text) => MailboxAddress.TryParse(text, out var mailbox)
        ? mailbox.Address
        : throw new FormatException($"Smtp:From is \"{text}\"; it must be one e-mail address.");

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
