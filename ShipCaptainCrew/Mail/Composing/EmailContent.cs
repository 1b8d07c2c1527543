namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// What one letter says; its HTML and its text are both made from this, so that neither says more than the other.
/// </summary>
public sealed record EmailContent(Recipient To, string Subject, string Opening)
{
    /// <summary>The two-letter code of the language it is in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Who it comes from, in words.</summary>
    public string Sender { get; init; } = "ShipCaptainCrew";

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<EmailFact> Facts { get; init; } = [];

    /// <summary>The one thing to do.</summary>
    public EmailAction? Act { get; init; }

    public string? Closing { get; init; }

    public CalendarInvite? Invite { get; init; }
}

/// <summary>Exactly one person.</summary>
public sealed record Recipient(string Name, string Address);

public sealed record EmailFact(string Name, string? Value);

public sealed record EmailAction(string Label, string Address);

/// <summary>What the person's calendar is told: <c>REQUEST</c> or <c>CANCEL</c>, and the iCalendar text.</summary>
public sealed record CalendarInvite(string Method, string Calendar);
