namespace ShipCaptainCrew.Domain.Charters;

/// <summary>How near an instant is: more than half an hour off, within it, within ten minutes, or missed.</summary>
public enum Level { Normal, Soon, Now, Late }

/// <summary>
/// Counts whole minutes down to an instant (UTC) and up from it, never below none. It knows what it will say later too,
/// so that a phone without a connection goes on by itself.
/// </summary>
/// <param name="Before">What it counts until then, such as "Departs in".</param>
/// <param name="After">What it counts from then on.</param>
public sealed record Countdown(LocalizedText Before, DateTimeOffset At, LocalizedText After)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(30), Now = TimeSpan.FromMinutes(10);

    /// <summary>From so long after the instant it is late; null where nothing is missed.</summary>
    public TimeSpan? Grace { get; init; }

    /// <summary>What it counts once it is late.</summary>
    public LocalizedText Late { get; init; } = After;

    /// <summary>Counts up only, and nothing comes of it.</summary>
    public bool IsSince { get; private init; }

    public static Countdown Since(LocalizedText says, DateTimeOffset at) => new(says, at, says) { IsSince = true };

    public Level LevelAt(DateTimeOffset now) =>
        IsSince ? Level.Normal
        : At + Grace <= now ? Level.Late
        : At - now <= Now ? Level.Now
        : At - now <= Soon ? Level.Soon
        : Level.Normal;

    public LocalizedText SaysAt(DateTimeOffset now) => now < At ? Before : LevelAt(now) == Level.Late ? Late : After;

    /// <summary>A minute that has begun counts before the instant, and only whole ones after it.</summary>
    public int MinutesAt(DateTimeOffset now) =>
        now < At ? IsSince ? 0 : (int)Math.Ceiling((At - now).TotalMinutes) : (int)(now - At).TotalMinutes;
}
