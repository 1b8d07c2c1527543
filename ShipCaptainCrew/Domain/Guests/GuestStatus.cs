namespace ShipCaptainCrew.Domain.Guests;

/// <summary>Where a guest is before lines off.</summary>
public enum GuestStatus { Expected, Arrived, Boarded, NoShow }
