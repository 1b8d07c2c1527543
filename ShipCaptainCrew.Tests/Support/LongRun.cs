namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>The number of attempts of an attack: a few in the normal test run, all with <c>SCC_LONG=1</c>.</summary>
internal static class AttackRounds
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SCC_LONG") == "1";

    public static int For(int few, int all) => IsLong ? all : few;
}
