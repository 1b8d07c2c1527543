namespace ShipCaptainCrew.Data.Entities;

/// <summary>The state of one run of a job.</summary>
/// <remarks><see cref="Before"/> marks the last occurrence before the job was first scheduled. The next occurrence is
/// calculated from it, and it is not shown.</remarks>
public enum RunState { Running, Done, Failed, Skipped, Before }
