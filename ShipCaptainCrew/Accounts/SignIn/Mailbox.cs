namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>The two mailboxes that must confirm an email change.</summary>
public enum Mailbox { Old, New }
