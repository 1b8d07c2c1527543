using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>Instants and dates as they are sent, in any language.</summary>
public static class WireTime
{
    /// <summary>RFC 3339 in UTC, to the second, such as <c>2026-07-05T00:30:00Z</c>.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601, such as <c>2026-07-05</c>.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
