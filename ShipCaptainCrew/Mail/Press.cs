using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MimeKit;

namespace ShipCaptainCrew.Mail;

/// <summary>Prints a sheet as a message: a text, the same as HTML, and what the calendar needs.</summary>
public sealed partial class Press(HtmlRenderer renderer, Letterhead head, TimeProvider clock)
{
    public async Task<MimeMessage> Print(Guid letterId, Sheet sheet)
    {
        var message = new MimeMessage
        {
            MessageId = head.MessageId(letterId),
            Date = clock.GetUtcNow(),
            Subject = OneLine(sheet.Subject),
            Body = new MultipartAlternative(new TextPart("plain") { Text = PlainText.Of(sheet) }, new TextPart("html") { Text = await Html(sheet) }),
        };
        message.From.Add(new MailboxAddress(OneLine(sheet.Sender), head.From));
        message.To.Add(new MailboxAddress(OneLine(sheet.To.Name), sheet.To.Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (sheet.Invite is { } invite) ((Multipart)message.Body).Add(Part(invite));
        return message;
    }

    private Task<string> Html(Sheet sheet) => renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync<LetterPaper>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LetterPaper.Sheet)] = sheet }))).ToHtmlString());

    /// <summary>The method stands in the type as well: that is where phones look before they offer to note it.</summary>
    private static TextPart Part(Invite invite)
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
