using System.Globalization;

namespace ShipCaptainCrew.Domain;

/// <summary>Instants as sent: RFC 3339 in UTC, to the second, such as <c>2026-07-05T00:30:00Z</c>.</summary>
public static class WireTime
{
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
