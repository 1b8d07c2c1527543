using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MimeKit;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>Prints a sheet as a message: a text, the same as HTML, and what the calendar needs.</summary>
public sealed partial class EmailRenderer(HtmlRenderer renderer, Sender sender, TimeProvider clock)
{
    public async Task<MimeMessage> Render(Guid emailId, EmailContent content)
    {
        var message = new MimeMessage
        {
            MessageId = sender.MessageId(emailId),
            Date = clock.GetUtcNow(),
            Subject = OneLine(content.Subject),
            Body =
                new MultipartAlternative(new TextPart("plain") { Text = PlainText.Of(content) },
                    new TextPart("html") { Text = await Html(content) }),
        };
        message.From.Add(new MailboxAddress(OneLine(content.Sender), sender.From));
        message.To.Add(new MailboxAddress(OneLine(content.To.Name), content.To.Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (content.Invite is { } invite) ((Multipart)message.Body).Add(Part(invite));
        return message;
    }

    private Task<string> Html(EmailContent content) => renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync<EmailLayout>(
            ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(EmailLayout.View)] = content }))).ToHtmlString());

    /// <summary>
    /// The method stands in the type as well: that is where phones look before they offer to note it.
    /// </summary>
    private static TextPart Part(CalendarInvite invite)
    {
        var part = new TextPart("calendar") { Text = invite.Calendar };
        part.ContentType.Parameters.Add("method", invite.Method);
        part.ContentType.Name = "charter.ics";
        return part;
    }

    /// <summary>A header is one line, whatever somebody typed as a name.</summary>
    private static string OneLine(string text) => Breaks().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Breaks();
}
