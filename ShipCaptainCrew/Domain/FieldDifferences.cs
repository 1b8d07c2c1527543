using System.Collections;
using System.Text.Json;

namespace ShipCaptainCrew.Domain;

/// <summary>Lists the fields in which two versions of a record differ, by their JSON names.</summary>
public static class FieldDifferences
{
    public static IEnumerable<string> Differing<T>(T before, T after)
        where T : notnull =>
        from property in typeof(T).GetProperties()
        where property.GetIndexParameters().Length == 0 && !Same(property.GetValue(before), property.GetValue(after))
        select JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static bool Same(object? one, object? other) =>
        one is IEnumerable first and not string && other is IEnumerable second
            ? first.Cast<object?>().SequenceEqual(second.Cast<object?>())
            : Equals(one, other);
}
