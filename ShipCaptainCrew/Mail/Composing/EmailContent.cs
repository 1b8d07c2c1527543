using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>The content of one email. Both its HTML and its plain text are rendered from this.</summary>
public sealed record EmailContent(Recipient To, string Subject, string Opening)
{
    /// <summary>The two-letter language code.</summary>
    public string Language { get; init; } = "en";

    public EmailSender Sender { get; init; } = EmailSender.Installation;

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<EmailFact> Facts { get; init; } = [];

    /// <summary>The button: the one thing the recipient is asked to do.</summary>
    public EmailAction? Action { get; init; }

    public string? Closing { get; init; }

    /// <summary>The link that turns this kind of email off; null if the email is not optional.</summary>
    public EmailAction? Stop { get; init; }

    public CalendarInvite? Invite { get; init; }
}

/// <summary>The name that an email comes from.</summary>
/// <param name="ReplyTo">The address that answers go to; null for the installation's address.</param>
public sealed record EmailSender(string Name, string? ReplyTo = null)
{
    public static readonly EmailSender Installation = new("ShipCaptainCrew");

    public static EmailSender Of(Operator theOperator) =>
        new(theOperator.SenderName ?? theOperator.Name, theOperator.ReplyTo);
}

/// <summary>The recipient: exactly one person.</summary>
public sealed record Recipient(string Name, string Address);

public sealed record EmailFact(string Name, string? Value);

public sealed record EmailAction(string Label, string Address)
{
    /// <summary>A sentence below the address, such as the code that its page asks for.</summary>
    public string? Note { get; init; }
}

/// <summary>A calendar invitation: the method (<c>REQUEST</c> or <c>CANCEL</c>) and the iCalendar text.</summary>
public sealed record CalendarInvite(string Method, string Calendar);
