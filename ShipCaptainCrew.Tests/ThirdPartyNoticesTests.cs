using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Tests that THIRD-PARTY-NOTICES.md lists what the published app contains, each package with the license that it
/// states itself.
/// </summary>
public sealed class ThirdPartyNoticesTests
{
    private static readonly IReadOnlyList<string> Notices = Repository.Lines("THIRD-PARTY-NOTICES.md");

    [Fact]
    public void Every_shipped_package_is_listed_with_its_license() =>
        Assert.Equal(ShippedPackages.WithLicenses(), Rows("## NuGet packages"));

    [Fact]
    public void Every_browser_library_is_listed_with_its_license()
    {
        const string Folder = "node_modules/";
        using var file = Repository.Open("package-lock.json");
        var installed = JsonNode.Parse(file)!["packages"]!.AsObject()
            .Where(package => package.Key.StartsWith(Folder, StringComparison.Ordinal))
            .Select(package => (package.Key[Folder.Length..], (string)package.Value!["license"]!));

        Assert.Equal(installed, Rows("## Browser libraries"));
    }

    [Fact]
    public void Every_license_is_printed()
    {
        var printed = Notices.Where(line => line.StartsWith("### ", StringComparison.Ordinal))
            .Select(line => line[4..]);
        var used = Rows("## NuGet packages").Concat(Rows("## Browser libraries"))
            .Select(row => row.License.Split(" OR ")[^1]).Distinct();

        Assert.DoesNotContain(
            used, license => !printed.Any(heading => heading.StartsWith(license, StringComparison.Ordinal)));
    }

    /// <summary>Packages and licenses of the table below a heading, in their order.</summary>
    private static IEnumerable<(string Package, string License)> Rows(string heading) =>
        from line in Notices.SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        where line.StartsWith("| ", StringComparison.Ordinal)
            && !line.StartsWith("| package ", StringComparison.Ordinal)
            && !line.StartsWith("| ---", StringComparison.Ordinal)
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select (cells[1], cells[2]);
}
