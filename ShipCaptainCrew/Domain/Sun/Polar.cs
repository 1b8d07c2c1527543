namespace ShipCaptainCrew.Domain.Sun;

/// <summary>Polar day or night: the Sun stays above or below the horizon for the whole date.</summary>
public enum Polar
{
    Day,
    Night,
}
