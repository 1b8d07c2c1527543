namespace ShipCaptainCrew.Pages.Guests;

/// <summary>The kinds of guests that the guest list can be filtered by.</summary>
public enum GuestsShown { All, NotAboard, NotSigned }
