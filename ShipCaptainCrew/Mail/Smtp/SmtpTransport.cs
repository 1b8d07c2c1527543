using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using ShipCaptainCrew.Mail.Outbox;

namespace ShipCaptainCrew.Mail.Smtp;

/// <summary>
/// Hands letters to the mail server, up to a hundred over one connection. A yes is a yes even if the line breaks right
/// after it; a line that breaks before it leaves the outcome unknown, and the letter is tried again under the same
/// Message-ID.
/// </summary>
public sealed class SmtpTransport(SmtpOptions smtp) : IMailTransport
{
    private const int LettersPerConnection = 100;
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly SmtpClient client = new() { Timeout = (int)smtp.Timeout.TotalMilliseconds };
    private int sent;

    public async Task<DeliveryResult> Send(MimeMessage message)
    {
        using var limit = new CancellationTokenSource(LongestTry);
        try
        {
            await Connect(limit.Token);
        }
        catch (Exception away)
        {
            await HangUp(politely: false);
            return new(DeliveryOutcome.Unreachable, Words(away));
        }

        return await Send(message, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await HangUp(politely: true);
        client.Dispose();
    }

    private async Task Connect(CancellationToken limit)
    {
        if (sent >= LettersPerConnection) await HangUp(politely: true);
        if (client.IsConnected) return;
        sent = 0;
        await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.Security, limit);
        if (smtp.UserName is not null) await client.AuthenticateAsync(smtp.UserName, smtp.Password ?? "", limit);
    }

    private async Task<DeliveryResult> Send(MimeMessage message, CancellationToken limit)
    {
        sent++;
        try
        {
            return new(DeliveryOutcome.Delivered, await client.SendAsync(message, limit));
        }
        catch (SmtpCommandException no)
        {
            return new((int)no.StatusCode >= 500 ? DeliveryOutcome.Refused : DeliveryOutcome.Later, Words(no));
        }
        catch (Exception unknown) when (unknown is ProtocolException or IOException or TimeoutException
            or OperationCanceledException)
        {
            await HangUp(politely: false);
            return new(DeliveryOutcome.Later, Words(unknown));
        }
    }

    private async Task HangUp(bool politely)
    {
        if (!client.IsConnected) return;
        using var limit = new CancellationTokenSource(LongestGoodbye);
        try
        {
            await client.DisconnectAsync(politely, limit.Token);
        }
        catch (Exception rude) when (rude is ProtocolException or IOException or TimeoutException
            or OperationCanceledException)
        {
            // Every letter's fate is known by now; how the line was closed changes none of them.
        }
    }

    private static string Words(Exception failure) => failure switch
    {
        SmtpCommandException no => $"{(int)no.StatusCode} {no.Message}",
        OperationCanceledException => "The mail server took too long to answer.",
        _ => failure.Message,
    };
}
