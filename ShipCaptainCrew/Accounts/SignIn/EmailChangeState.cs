namespace ShipCaptainCrew.Accounts.SignIn;

public enum EmailChangeState { Waiting, Withdrawn, Done }
