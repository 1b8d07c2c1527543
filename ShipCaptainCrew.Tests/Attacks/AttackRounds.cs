namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>The number of attempts of an attack: a few in the normal test run, all with <c>SCC_LONG=1</c>.</summary>
internal static class AttackRounds
{
    /// <summary>Whether the long tests are wanted.</summary>
    public static readonly bool AreLong = Environment.GetEnvironmentVariable("SCC_LONG") == "1";

    public static int For(int few, int all) => AreLong ? all : few;
}
