using System.Text.Json;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// Names the fields in which two versions of the same record differ, as the JSON contract spells them.
/// </summary>
public static class FieldDifferences
{
    public static IEnumerable<string> Differing<T>(T before, T after)
        where T : notnull =>
        from property in typeof(T).GetProperties()
        where property.GetIndexParameters().Length == 0 && !Same(property.GetValue(before), property.GetValue(after))
        select JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static bool Same(object? one, object? other) =>
        one is System.Collections.IEnumerable and not string && other is System.Collections.IEnumerable list
            ? ((System.Collections.IEnumerable)one).Cast<object?>().SequenceEqual(list.Cast<object?>())
            : Equals(one, other);
}
