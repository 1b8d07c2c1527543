namespace ShipCaptainCrew.Domain.Charters;

/// <summary>How close an instant is: more than 30 minutes away, within 30, within 10, or missed.</summary>
public enum Level { Normal, Soon, Now, Late }

/// <summary>
/// Counts whole minutes down to an instant (UTC) and up from it, never below zero. It also has the texts for later, so
/// that a phone without a connection can continue.
/// </summary>
/// <param name="Before">The text before the instant, such as "Departs in".</param>
/// <param name="After">The text after it.</param>
public sealed record Countdown(LocalizedText Before, DateTimeOffset At, LocalizedText After)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(30), Now = TimeSpan.FromMinutes(10);

    /// <summary>How long after the instant it is late; null if it cannot be late.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>The text when it is late.</summary>
    public LocalizedText Late { get; init; } = After;

    /// <summary>Whether it only counts up and cannot be late.</summary>
    public bool IsSince { get; private init; }

    public static Countdown Since(LocalizedText text, DateTimeOffset at) => new(text, at, text) { IsSince = true };

    public Level LevelAt(DateTimeOffset now) =>
        IsSince ? Level.Normal
        : At + Grace <= now ? Level.Late
        : At - now <= Now ? Level.Now
        : At - now <= Soon ? Level.Soon
        : Level.Normal;

    public LocalizedText TextAt(DateTimeOffset now) => now < At ? Before : LevelAt(now) == Level.Late ? Late : After;

    /// <summary>Rounds up before the instant, and down after it.</summary>
    public int MinutesAt(DateTimeOffset now) =>
        now < At ? IsSince ? 0 : (int)Math.Ceiling((At - now).TotalMinutes) : (int)(now - At).TotalMinutes;
}
