namespace ShipCaptainCrew.Domain.Sun;

/// <summary>A date on which the Sun stays on one side of the horizon from its first instant to its last.</summary>
public enum Polar
{
    Day,
    Night,
}
