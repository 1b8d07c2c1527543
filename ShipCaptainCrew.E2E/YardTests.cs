namespace ShipCaptainCrew.E2E;

public class YardTests
{
    [Fact]
    public void The_app_is_built_beside_its_journeys() => Assert.True(File.Exists(Path.Combine(Root, "global.json")));

    private static string Root => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));
}
