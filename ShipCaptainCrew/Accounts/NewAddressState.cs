namespace ShipCaptainCrew.Accounts;

public enum NewAddressState { Waiting, Withdrawn, Done }
