namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// How long an attack goes on: a handful of tries beside all other tests, the whole count with <c>SCC_LONG=1</c>.
/// </summary>
internal static class AttackRounds
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SCC_LONG") == "1";

    public static int For(int handful, int whole) => IsLong ? whole : handful;
}
