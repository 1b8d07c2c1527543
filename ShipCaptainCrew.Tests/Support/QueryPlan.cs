using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>A query and the steps of its plan.</summary>
public sealed partial record QueryPlan(string Sql, IReadOnlyList<string> Steps)
{
    /// <summary>The tables that the query reads from end to end.</summary>
    public IEnumerable<string> Scanned => Steps.Select(step => Scan().Match(step)).Where(scan => scan.Success)
        .SelectMany(scan => TablesCalled(scan.Groups[1].Value));

    /// <summary>The tables of which the query finds rows by the operator alone.</summary>
    public IEnumerable<string> OfOperator => Steps.Select(step => SearchByOperator().Match(step))
        .Where(search => search.Success).SelectMany(search => TablesCalled(search.Groups[1].Value));

    /// <summary>Whether all rows found are sorted, and not only those with the same place in an index.</summary>
    public bool Sorts => Steps.Any(step => step.EndsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));

    /// <summary>Whether it stops after some rows, or takes an end of an index.</summary>
    public bool IsLimited => Sql.Contains("LIMIT", StringComparison.Ordinal)
        || Sql.StartsWith("SELECT MAX(", StringComparison.Ordinal);

    /// <summary>Whether its condition is false for every row, so that it reads none.</summary>
    public bool IsEmpty => Sql.Split('\n').Any(line => line.Trim() == "WHERE 0");

    public override string ToString() => $"{Sql}\n  {string.Join("\n  ", Steps)}";

    private IEnumerable<string> TablesCalled(string alias) => Names().Matches(Sql)
        .Where(name => name.Groups[2].Value == alias).Select(name => name.Groups[1].Value).Distinct();

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex Scan();

    [GeneratedRegex(@"^SEARCH (\w+) USING .*\(OperatorId=\?\)")]
    private static partial Regex SearchByOperator();

    [GeneratedRegex("\"?(\\w+)\"? AS \"?(\\w+)\"?")]
    private static partial Regex Names();
}
