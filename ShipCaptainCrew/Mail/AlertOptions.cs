using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Mail;

/// <summary>Where problems of the installation are reported (settings <c>Alerts:…</c>).</summary>
/// <param name="Email">The address of whoever runs the server; null if it is not set.</param>
public sealed record AlertOptions(string? Email)
{
    /// <exception cref="FormatException">A setting is invalid; the message names it.</exception>
    public static AlertOptions Read(IConfiguration configuration) =>
        new(SmtpOptions.Mailbox(configuration.GetSection("Alerts"), nameof(Email)));
}
