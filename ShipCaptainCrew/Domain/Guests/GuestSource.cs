namespace ShipCaptainCrew.Domain.Guests;

/// <summary>How a guest was added to the list.</summary>
public enum GuestSource { Office, PartyLink, DockLink, Import }
