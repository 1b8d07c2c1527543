using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using ShipCaptainCrew.Mail.Outbox;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>
/// Sends emails to the mail server, up to 100 over one connection. An email is delivered once the server accepts it,
/// even if the connection breaks right after. If it breaks earlier, the outcome is unknown and the email is retried
/// with the same Message-ID.
/// </summary>
public sealed class SmtpTransport(SmtpOptions smtp) : IMailTransport
{
    private const int EmailsPerConnection = 100;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DisconnectTimeout = TimeSpan.FromSeconds(2);

    private readonly SmtpClient client = new() { Timeout = (int)smtp.Timeout.TotalMilliseconds };
    private int sent;

    public async Task<DeliveryResult> Send(MimeMessage message)
    {
        using var limit = new CancellationTokenSource(SendTimeout);
        try
        {
            await Connect(limit.Token);
        }
        catch (Exception failure)
        {
            await Disconnect(sayQuit: false);
            return new(DeliveryOutcome.Unreachable, Describe(failure));
        }

        return await Send(message, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Disconnect(sayQuit: true);
        client.Dispose();
    }

    private async Task Connect(CancellationToken limit)
    {
        if (sent >= EmailsPerConnection) await Disconnect(sayQuit: true);
        if (client.IsConnected) return;
        sent = 0;
        await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.Security, limit);
        SmtpMechanisms.RemoveWeak(client.AuthenticationMechanisms, client.IsSecure);
        if (smtp.UserName is not null) await client.AuthenticateAsync(smtp.UserName, smtp.Password ?? "", limit);
    }

    private async Task<DeliveryResult> Send(MimeMessage message, CancellationToken limit)
    {
        sent++;
        try
        {
            return new(DeliveryOutcome.Delivered, await client.SendAsync(message, limit));
        }
        catch (SmtpCommandException refusal)
        {
            var outcome = (int)refusal.StatusCode >= 500 ? DeliveryOutcome.Refused : DeliveryOutcome.Later;
            return new(outcome, Describe(refusal));
        }
        catch (Exception failure) when (failure is ProtocolException or IOException or TimeoutException
            or OperationCanceledException)
        {
            await Disconnect(sayQuit: false);
            return new(DeliveryOutcome.Later, Describe(failure));
        }
    }

    private async Task Disconnect(bool sayQuit)
    {
        if (!client.IsConnected) return;
        using var limit = new CancellationTokenSource(DisconnectTimeout);
        try
        {
            await client.DisconnectAsync(sayQuit, limit.Token);
        }
        catch (Exception failure) when (failure is ProtocolException or IOException or TimeoutException
            or OperationCanceledException)
        {
            // The result of every email is known by now, so it does not matter how the connection was closed.
        }
    }

    private static string Describe(Exception failure) => failure switch
    {
        SmtpCommandException refusal => $"{(int)refusal.StatusCode} {refusal.Message}",
        OperationCanceledException => "The mail server took too long to answer.",
        _ => failure.Message,
    };
}
