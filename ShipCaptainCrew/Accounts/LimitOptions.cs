using System.Globalization;

namespace ShipCaptainCrew.Accounts;

/// <summary>
/// How much of one visitor the house puts up with: the settings <c>Limits:…</c>, and what holds where they are not set.
/// </summary>
public sealed record LimitOptions
{
    /// <summary>Sign-in letters asked for from one address, in a quarter of an hour.</summary>
    public int SignIn { get; init; } = 30;

    /// <summary>Sign-in letters that the house mails in an hour, to everybody together.</summary>
    public int Letters { get; init; } = 200;

    /// <summary>Links and codes from one address that open nothing, in a quarter of an hour.</summary>
    public int FailedTries { get; init; } = 20;

    /// <summary>Questions to authenticators from one address, in a quarter of an hour.</summary>
    public int Passkey { get; init; } = 20;

    /// <summary>Calls from one address to what needs no sign-in, in a minute.</summary>
    public int Open { get; init; } = 600;

    /// <summary>Looks at one link's pages from one address, in a minute.</summary>
    public int Guest { get; init; } = 60;

    /// <summary>Calls of one person's programs, in a minute.</summary>
    public int Api { get; init; } = 600;

    /// <summary>Streams that one person has open at a time.</summary>
    public int Streams { get; init; } = 5;

    /// <summary>Streams that are open to one address at a time.</summary>
    public int StreamsByAddress { get; init; } = 50;

    /// <summary>Lists that one person takes out as a file, in an hour.</summary>
    public int Exports { get; init; } = 10;

    /// <summary>Invitations that one operator mails in a day.</summary>
    public int Invitations { get; init; } = 300;

    /// <summary>Seconds that an answer may take.</summary>
    public int Seconds { get; init; } = 30;

    /// <exception cref="FormatException">A setting is not known or makes no sense; the message names it.</exception>
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
            throw new FormatException($"{limit.Path}: there is no such limit; there are {string.Join(", ", known)}.");
        if (!int.TryParse(limit.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most < 1)
            throw new FormatException($"{limit.Path} is \"{limit.Value}\"; it must be a whole number from 1.");
    }
}
