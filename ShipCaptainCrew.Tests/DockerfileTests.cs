using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>Tests that a container image is built from known base images.</summary>
public sealed partial class DockerfileTests
{
    private static readonly IReadOnlyList<string> BaseImages =
        [.. Repository.Lines("Dockerfile").Where(line => line.StartsWith("FROM ", StringComparison.Ordinal))];

    [Fact]
    public void Every_base_image_is_named_by_digest()
    {
        Assert.NotEmpty(BaseImages);
        Assert.All(BaseImages, line => Assert.Matches(Digest(), line));
    }

    [Fact]
    public void The_image_that_builds_has_the_version_of_global_json()
    {
        using var file = Repository.Open("global.json");
        var version = (string)JsonNode.Parse(file)!["sdk"]!["version"]!;

        Assert.Contains(
            BaseImages, line => line.Contains($"mcr.microsoft.com/dotnet/sdk:{version}@", StringComparison.Ordinal));
    }

    /// <summary>Times and dates are written by the culture data of ICU; small images have none.</summary>
    [Fact]
    public void The_image_that_runs_has_culture_data() =>
        Assert.DoesNotContain(Repository.Lines("Dockerfile"), line => SmallImage().IsMatch(line));

    [GeneratedRegex("aspnet:[^@]*(alpine|chiseled)|GLOBALIZATION_INVARIANT")]
    private static partial Regex SmallImage();

    [GeneratedRegex("@sha256:[0-9a-f]{64}( AS [a-z]+)?$")]
    private static partial Regex Digest();
}
