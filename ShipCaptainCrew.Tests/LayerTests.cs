using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using ShipCaptainCrew.Tests.Support;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace ShipCaptainCrew.Tests;

/// <summary>Holds the table of docs/house.md: it is read from there.</summary>
public sealed partial class LayerTests
{
    private static readonly Architecture Operator = new ArchLoader().LoadAssemblies(typeof(Text).Assembly).Build();

    /// <summary>The rooms of each floor, the top one first.</summary>
    private static readonly IReadOnlyList<IReadOnlyList<string>> Floors =
        [
            .. Repository.Lines("docs/house.md").Where(line => Floor().IsMatch(line))
                .Select(
                    line =>
                        (IReadOnlyList<string>)[
                            .. RoomName().Matches(line.Split('|')[2]).Select(room => room.Groups[1].Value)])];

    public static TheoryData<string> Rooms => [.. Floors.SelectMany(floor => floor)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_imports_only_from_the_floors_below_it(string room)
    {
        var higherOrBeside = Floors.TakeWhile((_, i) => i == 0 || !Floors[i - 1].Contains(room))
            .SelectMany(floor => floor).Where(other => other != room);
        var rule = Types().That().ResideInNamespaceMatching(In(room)).Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(In([.. higherOrBeside])));

        rule.WithoutRequiringPositiveResults().Check(Operator);
    }

    [Fact]
    public void Everything_stands_in_a_room_of_the_table()
    {
        var homeless = Operator.Types.Select(type => type.Namespace.FullName)
            .Where(name => name.StartsWith("ShipCaptainCrew.", StringComparison.Ordinal))
            .Distinct().Where(name => !Regex.IsMatch(name, In([.. Rooms.Select(row => row.Data)])));

        Assert.Empty(homeless);
    }

    [Fact]
    public void The_domain_knows_no_framework() =>
        Types().That().ResideInNamespaceMatching(In("Domain")).Should()
            .NotDependOnAny(Types(true).That().ResideInNamespaceMatching(@"^Microsoft\.")).Check(Operator);

    /// <summary>
    /// What looks past the fence between operators, or speaks to the database in its own words, is read with care: here
    /// alone.
    /// </summary>
    [Fact]
    public void Only_the_reviewed_files_go_round_the_fence()
    {
        var found = Repository.Sources("ShipCaptainCrew", "cs")
            .Where(file => PastTheFence().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        Assert.Equal(["AllOperators.cs"], found);
    }

    private static string In(params string[] rooms) => $@"^ShipCaptainCrew\.({string.Join('|', rooms)})(\.|$)";

    [GeneratedRegex(@"^\| (top|\d) \|")]
    private static partial Regex Floor();

    [GeneratedRegex("`([A-Za-z]+)/`")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\.(IgnoreQueryFilters|FromSql\w*|ExecuteSql\w*|SqlQuery\w*)\b")]
    private static partial Regex PastTheFence();
}
