using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// A letter in the outbox: what it is about and whom it is for. Its text, and any link in it, is made when it is sent,
/// so that neither the database nor a backup ever holds a live link.
/// </summary>
public sealed class OutboxEmail
{
    private static readonly TimeSpan BetweenTwo = TimeSpan.FromHours(1);

    private OutboxEmail()
    {
    }

    /// <param name="key">Names the cause; a second letter with the same key is never written.</param>
    /// <param name="notBefore">Not to be sent before this instant (UTC); null sends it at once.</param>
    public OutboxEmail(string kind, string key, DateTimeOffset at, DateTimeOffset? notBefore = null) =>
        (Kind, Key, CreatedAt, WaitingSince, NotBefore) = (kind, key, at, notBefore ?? at, notBefore ?? at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The operator it is sent for; null for the house's own sign-in letters.</summary>
    public Guid? OperatorId { get; init; }

    public string Kind { get; private set; } = "";
    public string Key { get; private set; } = "";
    public Guid? MemberId { get; init; }

    /// <summary>The charter, sign-in link or other thing it is about.</summary>
    public Guid? SubjectId { get; init; }

    public Guid? CharterId { get; init; }

    /// <summary>The log entry that caused it: what a later entry says of the same matter is truer.</summary>
    public long Seq { get; init; }

    /// <summary>What else the text needs, as JSON; never a link, never a secret.</summary>
    public string Facts { get; init; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last put into the outbox; tries end some time after.</summary>
    public DateTimeOffset WaitingSince { get; private set; }

    /// <summary>Not to be tried before this instant (UTC).</summary>
    public DateTimeOffset NotBefore { get; private set; }

    public int Attempts { get; private set; }
    public EmailState State { get; private set; }

    /// <summary>When it stopped waiting, whatever became of it.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>What the mail server answered last, in its own words.</summary>
    public string? Answer { get; private set; }

    public bool IsWaiting => State == EmailState.Waiting;

    public bool MaySendAgain => State is EmailState.Sent or EmailState.NotDelivered;

    public void Sent(string answer, DateTimeOffset at) => Settle(EmailState.Sent, answer, at);

    public void GiveUp(string answer, DateTimeOffset at) => Settle(EmailState.NotDelivered, answer, at);

    /// <summary>It is no longer true, or for nobody.</summary>
    public void Drop(DateTimeOffset at) => (State, SettledAt) = (EmailState.NotNeeded, at);

    public void TryAgain(string answer, DateTimeOffset notBefore) =>
        (Answer, NotBefore, Attempts) = (Clip(answer), notBefore, Attempts + 1);

    /// <summary>
    /// Puts it back into the outbox; one that did go out only after an hour, so that no mailbox is drowned by a button.
    /// </summary>
    public Refusal? Resend(DateTimeOffset at)
    {
        if (IsWaiting) return null;
        if (!MaySendAgain)
            return Refusal.Conflict("not_needed", "This letter is no longer needed, so it is not sent again.");
        if (State == EmailState.Sent && at < SettledAt + BetweenTwo)
            return Refusal.Conflict(
                "just_sent", "This letter went out less than an hour ago. Give it time, then send it again.");
        (State, SettledAt, WaitingSince, NotBefore, Attempts) = (EmailState.Waiting, null, at, at, 0);
        return null;
    }

    private void Settle(EmailState state, string answer, DateTimeOffset at) =>
        (State, Answer, SettledAt, Attempts) = (state, Clip(answer), at, Attempts + 1);

    private static string Clip(string answer) => answer.Length <= 500 ? answer : answer[..500];
}

/// <summary>What became of a letter.</summary>
public enum EmailState { Waiting, Sent, NotDelivered, NotNeeded }

internal sealed class OutboxEmailConfiguration : IEntityTypeConfiguration<OutboxEmail>
{
    public void Configure(EntityTypeBuilder<OutboxEmail> builder)
    {
        builder.ToTable("outbox");
        builder.Property(email => email.Id).ValueGeneratedNever();
        builder.HasIndex(email => email.Key).IsUnique();
        builder.HasIndex(email => new { email.OperatorId, email.CreatedAt });
        builder.HasIndex(email => email.NotBefore).HasFilter($"\"State\" = '{EmailState.Waiting}'");
    }
}
