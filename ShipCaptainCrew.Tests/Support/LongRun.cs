namespace ShipCaptainCrew.Tests.Support;

/// <summary>With <c>SCC_LONG=1</c> the tests run at full length; docs/testing.md lists what that adds.</summary>
public static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SCC_LONG") == "1";

    /// <summary>Skips the test unless this is a long run.</summary>
    public static void SkipUnlessOn(string because) =>
        Assert.SkipUnless(IsOn, $"Runs with SCC_LONG=1: {because}");

    /// <summary>How often a test does something: a few times usually, and all of them in a long run.</summary>
    public static int Count(int few, int all) => IsOn ? all : few;
}
