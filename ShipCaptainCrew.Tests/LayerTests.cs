using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using ShipCaptainCrew.Tests.Support;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace ShipCaptainCrew.Tests;

/// <summary>Checks the rules of docs/architecture.md, whose table of layers is read from there.</summary>
public sealed partial class LayerTests
{
    private static readonly Architecture App = new ArchLoader().LoadAssemblies(typeof(Text).Assembly).Build();

    /// <summary>The folders of each layer, the top layer first.</summary>
    private static readonly IReadOnlyList<IReadOnlyList<string>> Layers =
    [
        .. from line in Repository.Lines("docs/architecture.md")
           where LayerRow().IsMatch(line)
           select FoldersIn(line.Split('|')[2]),
    ];

    public static TheoryData<string> Folders => [.. Layers.SelectMany(layer => layer)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_lower_layers(string folder)
    {
        var sameOrHigher = Layers.TakeWhile((_, i) => i == 0 || !Layers[i - 1].Contains(folder))
            .SelectMany(layer => layer)
            .Where(other => other != folder);
        var rule = Types().That().ResideInNamespaceMatching(In(folder)).Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(In([.. sameOrHigher])));

        rule.WithoutRequiringPositiveResults().Check(App);
    }

    [Fact]
    public void Every_type_is_in_a_folder_of_the_table()
    {
        var missing = App.Types.Select(type => type.Namespace.FullName)
            .Where(name => name.StartsWith("ShipCaptainCrew.", StringComparison.Ordinal))
            .Distinct()
            .Where(name => !Regex.IsMatch(name, In([.. Folders.Select(row => row.Data)])));

        Assert.Empty(missing);
    }

    [Fact]
    public void The_domain_uses_no_framework() =>
        Types().That().ResideInNamespaceMatching(In("Domain")).Should()
            .NotDependOnAny(Types(true).That().ResideInNamespaceMatching(@"^Microsoft\.")).Check(App);

    /// <summary>Queries across operators and SQL text are in one file, which is reviewed with care.</summary>
    [Fact]
    public void Only_one_file_queries_across_operators()
    {
        var found = Repository.Sources("ShipCaptainCrew", "cs")
            .Where(file => AcrossOperators().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName);

        Assert.Equal(["AllOperators.cs"], found);
    }

    [Fact]
    public void Every_file_named_in_the_five_walks_exists()
    {
        var files = Repository.Lines("docs/architecture.md")
            .SelectMany(line => WalkFile().Matches(line))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.True(files.Count > 25);
        Assert.All(files, file => Assert.True(File.Exists(Repository.PathTo($"ShipCaptainCrew/{file}")), file));
    }

    private static IReadOnlyList<string> FoldersIn(string cell) =>
        [.. FolderName().Matches(cell).Select(match => match.Groups[1].Value)];

    private static string In(params string[] folders) => $@"^ShipCaptainCrew\.({string.Join('|', folders)})(\.|$)";

    [GeneratedRegex(@"^\| (top|\d) \|")]
    private static partial Regex LayerRow();

    [GeneratedRegex("`([A-Za-z]+)/`")]
    private static partial Regex FolderName();

    [GeneratedRegex(@"`([A-Za-z]+/[A-Za-z/]+\.[a-z.]+)`")]
    private static partial Regex WalkFile();

    [GeneratedRegex(@"\.(IgnoreQueryFilters|FromSql\w*|ExecuteSql\w*|SqlQuery\w*)\b")]
    private static partial Regex AcrossOperators();
}
