namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>The two mailboxes that a change of address is asked of.</summary>
public enum Mailbox { Old, New }
