namespace ShipCaptainCrew.Accounts.Rights;

/// <summary>
/// The standing of a viewer for one charter or, without one, for the operator. Each has all rights of the ones before.
/// </summary>
public enum Standing { OtherCrew, CrewAboard, Mate, Captain, Dispatcher, Owner }
