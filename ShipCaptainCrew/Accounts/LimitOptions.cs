using System.Globalization;

namespace ShipCaptainCrew.Accounts;

/// <summary>Rate limits: the settings <c>Limits:…</c>, with defaults for those that are not set.</summary>
public sealed record LimitOptions
{
    /// <summary>Requests for a sign-in email from one IP address, in 15 minutes.</summary>
    public int SignIn { get; init; } = 30;

    /// <summary>
    /// Sign-in emails that the people of one operator are sent in an hour, without those requested on known devices.
    /// </summary>
    public int Letters { get; init; } = 200;

    /// <summary>Invalid links and codes from one IP address, in 15 minutes.</summary>
    public int FailedTries { get; init; } = 20;

    /// <summary>Passkey requests from one IP address, in 15 minutes.</summary>
    public int Passkey { get; init; } = 20;

    /// <summary>Requests from one IP address to endpoints without sign-in, in a minute.</summary>
    public int Open { get; init; } = 600;

    /// <summary>Requests for the pages of one link from one IP address, in a minute.</summary>
    public int Guest { get; init; } = 60;

    /// <summary>API requests of one person, in a minute.</summary>
    public int Api { get; init; } = 600;

    /// <summary>Open event streams of one person, at the same time.</summary>
    public int Streams { get; init; } = 5;

    /// <summary>Open event streams of one IP address, at the same time.</summary>
    public int StreamsByAddress { get; init; } = 50;

    /// <summary>Exports (CSV and proof packs) of one person, in an hour.</summary>
    public int Exports { get; init; } = 10;

    /// <summary>Invitations that one operator sends in a day.</summary>
    public int Invitations { get; init; } = 300;

    /// <summary>
    /// Open connections of all clients together. Null for 2000, or half of the files that the process may open.
    /// </summary>
    public int? Connections { get; init; }

    /// <summary>Request timeout in seconds.</summary>
    public int Seconds { get; init; } = 30;

    /// <exception cref="FormatException">A setting is unknown or invalid; the message names it.</exception>
    public static LimitOptions Read(IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits");
        foreach (var limit in limits.GetChildren()) Check(limit);
        return limits.Get<LimitOptions>() ?? new();
    }

    private static void Check(IConfigurationSection limit)
    {
        var known = typeof(LimitOptions).GetProperties().Select(property => property.Name).ToList();
        if (!known.Contains(limit.Key, StringComparer.OrdinalIgnoreCase))
            throw new FormatException($"{limit.Path}: unknown limit. The limits are {string.Join(", ", known)}.");
        if (!int.TryParse(limit.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1)
            throw new FormatException($"{limit.Path} is \"{limit.Value}\"; it must be a whole number of at least 1.");
    }
}
