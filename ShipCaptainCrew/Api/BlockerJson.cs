namespace ShipCaptainCrew.Api;

/// <summary>One reason why the charter cannot depart.</summary>
internal sealed record BlockerJson(string Code, string Message, Guid? Id);
