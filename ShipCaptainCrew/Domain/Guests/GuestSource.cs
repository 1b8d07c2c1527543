namespace ShipCaptainCrew.Domain.Guests;

/// <summary>How a guest was added. Whoever is added by a link waits for the crew to place them.</summary>
public enum GuestSource { Office, PartyLink, DockLink, Import }
