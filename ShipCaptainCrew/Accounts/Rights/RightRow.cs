namespace ShipCaptainCrew.Accounts.Rights;

/// <summary>One row of the table: a right, the least standing that has it, and its description.</summary>
public sealed record RightRow(Right Right, Standing Least, string Description);
