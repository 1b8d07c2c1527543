namespace ShipCaptainCrew.Domain;

/// <summary>Limits of what can be entered anywhere.</summary>
public static class InputLimits
{
    public const int Name = 120;
    public const int Text = 2000;

    /// <summary>Length of the longest email address (RFC 5321, 4.5.3.1.3).</summary>
    public const int Email = 254;

    public const int Phone = 40;

    public const int ListItems = 200;

    /// <summary>The earliest accepted date of birth.</summary>
    public static readonly DateOnly FirstBirth = new(1900, 1, 1);

    public static readonly DateOnly FirstDay = new(2000, 1, 1);
    public static readonly DateOnly LastDay = new(2099, 12, 31);
}
