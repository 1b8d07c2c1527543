using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// An email in the outbox: its subject matter and its recipient. Its text and links are created when it is sent, so
/// that neither the database nor a backup contains a valid link.
/// </summary>
public sealed class OutboxEmail
{
    private static readonly TimeSpan MinResendInterval = TimeSpan.FromHours(1);

    private OutboxEmail()
    {
    }

    /// <param name="key">Names the trigger; there is never a second email with the same key.</param>
    /// <param name="notBefore">The email is not sent before this instant (UTC); null sends it immediately.</param>
    public OutboxEmail(string kind, string key, DateTimeOffset at, DateTimeOffset? notBefore = null) =>
        (Kind, Key, CreatedAt, WaitingSince, NotBefore) = (kind, key, at, notBefore ?? at, notBefore ?? at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The operator it is sent for; null for sign-in emails, which belong to no operator.</summary>
    public Guid? OperatorId { get; init; }

    public string Kind { get; private set; } = "";
    public string Key { get; private set; } = "";
    public Guid? MemberId { get; init; }

    /// <summary>The charter, sign-in link or other thing it is about.</summary>
    public Guid? SubjectId { get; init; }

    public Guid? CharterId { get; init; }

    /// <summary>A hash of the address, for emails to guests, which are counted by mailbox; null for others.</summary>
    public Guid? Mailbox { get; init; }

    /// <summary>The number of the log entry that caused it; later entries may make it obsolete.</summary>
    public long Seq { get; init; }

    /// <summary>What else the text needs, as JSON; never a link or a secret.</summary>
    public string Facts { get; init; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last put into the outbox (UTC); sending is given up some time later.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>The next attempt is not before this instant (UTC).</summary>
    public DateTimeOffset NotBefore { get; private set; }

    public int Attempts { get; private set; }
    public EmailState State { get; private set; }

    /// <summary>When it was sent, given up or dropped (UTC).</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The last answer of the mail server.</summary>
    public string? Answer { get; private set; }

    public bool IsWaiting => State == EmailState.Waiting;

    public bool MaySendAgain => State is EmailState.Sent or EmailState.NotDelivered;

    public void Sent(string answer, DateTimeOffset at) => Settle(EmailState.Sent, answer, at);

    public void GiveUp(string answer, DateTimeOffset at) => Settle(EmailState.NotDelivered, answer, at);

    /// <summary>Drops an email that is obsolete or has no recipient.</summary>
    public void Drop(DateTimeOffset at) => (State, SettledAt) = (EmailState.NotNeeded, at);

    public void TryAgain(string answer, DateTimeOffset notBefore) =>
        (Answer, NotBefore, Attempts) = (Clip(answer), notBefore, Attempts + 1);

    /// <summary>
    /// Puts it back into the outbox. An email that was sent can be sent again only an hour later, which limits repeated
    /// clicks.
    /// </summary>
    public Refusal? Resend(DateTimeOffset at)
    {
        if (IsWaiting) return null;
        if (!MaySendAgain)
            return Refusal.Conflict("not_needed", "This email is no longer needed, so it is not sent again.");
        if (State == EmailState.Sent && at < SettledAt + MinResendInterval)
            return Refusal.Conflict(
                "just_sent", "This email was sent less than an hour ago. Wait a while, then send it again.");
        (State, SettledAt, WaitingSince, NotBefore, Attempts) = (EmailState.Waiting, null, at, at, 0);
        return null;
    }

    private void Settle(EmailState state, string answer, DateTimeOffset at) =>
        (State, Answer, SettledAt, Attempts) = (state, Clip(answer), at, Attempts + 1);

    private static string Clip(string answer) => answer.Length <= 500 ? answer : answer[..500];
}
