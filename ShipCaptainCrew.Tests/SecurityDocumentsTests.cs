using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>Tests that the documents about security name tests that exist and count what they list.</summary>
public sealed partial class SecurityDocumentsTests
{
    [Theory]
    [InlineData("docs/security.md")]
    [InlineData("docs/security-operations.md")]
    [InlineData("docs/asvs.md")]
    public void Every_test_that_is_named_exists(string document)
    {
        var classes = SourceFiles.WrittenByHand("cs")
            .Where(file => file.Path.StartsWith("ShipCaptainCrew.", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file.Path).Split('.')[0]).ToHashSet();
        var named = Repository.Lines(document).SelectMany(line => TestName().Matches(line))
            .Select(match => match.Groups[1].Value).ToList();

        Assert.Empty(named.Except(classes));
    }

    [Fact]
    public void The_ASVS_table_has_each_requirement_once_and_counts_them()
    {
        var lines = Repository.Lines("docs/asvs.md");
        var rows = lines.Select(line => Requirement().Match(line)).Where(match => match.Success).ToList();
        string Count(string result) => $"{rows.Count(row => row.Groups[2].Value == result)}";

        Assert.Equal(253, rows.Select(row => row.Groups[1].Value).Distinct().Count());
        Assert.Equal(253, rows.Count);
        Assert.Contains($"| {Count("met")} | {Count("**not met**")} | {Count("n/a")} |", lines);
    }

    [Fact]
    public void Every_requirement_that_is_not_met_has_its_reason()
    {
        var lines = Repository.Lines("docs/asvs.md");
        var reasons = lines.Select(line => Reason().Match(line)).Where(match => match.Success);
        var notMet = lines.Select(line => Requirement().Match(line)).Where(row => row.Groups[2].Value == "**not met**");

        Assert.Equal(notMet.Select(row => row.Groups[1].Value), reasons.Select(row => row.Groups[1].Value));
    }

    [GeneratedRegex(@"`(?:Attacks/)?([A-Z]\w+(?:Tests|Journey))`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| [12] \| (met|\*\*not met\*\*|n/a) \| ")]
    private static partial Regex Requirement();

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| [A-Z]")]
    private static partial Regex Reason();
}
