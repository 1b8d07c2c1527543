using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Data;

/// <summary>
/// A letter in the outbox: what it is about and whom it is for. Its text, and any link in it, is made when it is sent, so that
/// neither the database nor a backup ever holds a live link.
/// </summary>
public sealed class Letter
{
    private Letter()
    {
    }

    /// <param name="key">Names the cause; a second letter with the same key is never written.</param>
    public Letter(string kind, string key, DateTimeOffset at) => (Kind, Key, CreatedAt, NotBefore) = (kind, key, at, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The operator it is sent for; null for the house's own sign-in letters.</summary>
    public Guid? OperatorId { get; init; }

    public string Kind { get; private set; } = "";
    public string Key { get; private set; } = "";
    public Guid? MemberId { get; init; }

    /// <summary>The charter, sign-in link or other thing it is about.</summary>
    public Guid? SubjectId { get; init; }

    public Guid? CharterId { get; init; }

    /// <summary>What else the text needs, as JSON; never a link, never a secret.</summary>
    public string Facts { get; init; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not to be tried before this instant (UTC).</summary>
    public DateTimeOffset NotBefore { get; private set; }

    public int Attempts { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Given up, or no longer true when its turn came.</summary>
    public DateTimeOffset? DeadAt { get; private set; }

    /// <summary>What the mail server answered last, in its own words.</summary>
    public string? Answer { get; private set; }

    public bool IsWaiting => SentAt is null && DeadAt is null;

    public void Sent(string answer, DateTimeOffset at) => (SentAt, Answer, Attempts) = (at, Clip(answer), Attempts + 1);

    public void TryAgain(string answer, DateTimeOffset notBefore) => (Answer, NotBefore, Attempts) = (Clip(answer), notBefore, Attempts + 1);

    public void GiveUp(string answer, DateTimeOffset at) => (Answer, DeadAt, Attempts) = (Clip(answer), at, Attempts + 1);

    /// <summary>Puts it back into the outbox, whatever became of it before.</summary>
    public void Resend(DateTimeOffset at) => (SentAt, DeadAt, NotBefore, Attempts) = (null, null, at, 0);

    private static string Clip(string answer) => answer.Length <= 500 ? answer : answer[..500];
}

internal sealed class LetterConfiguration : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("outbox");
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        builder.HasIndex(letter => letter.Key).IsUnique();
        builder.HasIndex(letter => new { letter.OperatorId, letter.CreatedAt });
        builder.HasIndex(letter => letter.NotBefore).HasFilter("\"SentAt\" IS NULL AND \"DeadAt\" IS NULL");
    }
}
