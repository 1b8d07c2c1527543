using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MimeKit;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>Renders an email as a message with plain text, HTML and, if any, a calendar invitation.</summary>
public sealed partial class EmailRenderer(HtmlRenderer renderer, Sender sender, TimeProvider clock)
{
    public async Task<MimeMessage> Render(Guid emailId, EmailContent content)
    {
        WriteGate.RequireOutside();
        var message = new MimeMessage
        {
            MessageId = sender.MessageId(emailId),
            Date = clock.GetUtcNow(),
            Subject = OneLine(content.Subject),
            Body = new MultipartAlternative(
                new TextPart("plain") { Text = PlainText.Of(content) },
                new TextPart("html") { Text = await Html(content) }),
        };
        message.From.Add(new MailboxAddress(OneLine(content.Sender.Name), sender.From));
        if (content.Sender.ReplyTo is { } answers) message.ReplyTo.Add(new MailboxAddress("", answers));
        message.To.Add(new MailboxAddress(OneLine(content.To.Name), content.To.Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (content.Stop is { } stop) AddUnsubscribe(message.Headers, stop.Address);
        if (content.Invite is { } invite) ((Multipart)message.Body).Add(Part(invite));
        return message;
    }

    /// <summary>Mail programs show a button and post to the address without opening the page (RFC 8058).</summary>
    private static void AddUnsubscribe(HeaderList headers, string address)
    {
        headers.Add(HeaderId.ListUnsubscribe, $"<{address}>");
        headers.Add(HeaderId.ListUnsubscribePost, $"{StopLinks.Field}={StopLinks.OneClick}");
    }

    private Task<string> Html(EmailContent content) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = new Dictionary<string, object?> { [nameof(EmailLayout.View)] = content };
        var html = await renderer.RenderComponentAsync<EmailLayout>(ParameterView.FromDictionary(parameters));
        return html.ToHtmlString();
    });

    /// <summary>The content type repeats the method: phones read it there before they offer to add the event.</summary>
    private static TextPart Part(CalendarInvite invite)
    {
        var part = new TextPart("calendar") { Text = invite.Calendar };
        part.ContentType.Parameters.Add("method", invite.Method);
        part.ContentType.Name = "charter.ics";
        return part;
    }

    /// <summary>A header must be one line, even if a name contains line breaks.</summary>
    private static string OneLine(string text) => Breaks().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Breaks();
}
