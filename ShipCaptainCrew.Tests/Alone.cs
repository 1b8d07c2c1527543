namespace ShipCaptainCrew.Tests;

/// <summary>Tests that need the machine for themselves run after all others, one at a time.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
