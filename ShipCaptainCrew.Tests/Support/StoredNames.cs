using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// The names in the database model: a line for each table, its indexes, each JSON column and each stored
/// enum.
/// </summary>
public static class StoredNames
{
    public static IEnumerable<string> Of(IModel model)
    {
        var tables = model.GetRelationalModel().Tables;
        var parts = model.GetEntityTypes()
            .SelectMany(type => Lines(type, StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value));
        return
        [
            .. tables.Select(table => $"table {table.Name}: {Sorted(table.Columns.Select(column => column.Name))}"),
            .. tables.Select(table => $"indexes {table.Name}: {Sorted(table.Indexes.Select(index => index.Name))}"),
            .. parts.Distinct(),
        ];
    }

    private static IEnumerable<string> Lines(ITypeBase type, StoreObjectIdentifier table, string json = "") =>
    [
        .. type.GetProperties().SelectMany(property => EnumOf(property, Path(property, table, json))),
        .. type.IsMappedToJson() ? [$"json {table.Name}.{json}: {Keys(type)}"] : Array.Empty<string>(),
        .. from inner in type.GetComplexProperties()
           from line in Lines(inner.ComplexType, table, inner.ComplexType.GetContainerColumnName() ?? "")
           select line,
    ];

    private static string Keys(ITypeBase type) => Sorted(type.GetProperties().Select(Key).OfType<string>());

    private static string Path(IProperty property, StoreObjectIdentifier table, string json) =>
        json.Length == 0 ? $"{table.Name}.{property.GetColumnName(table)}" : $"{table.Name}.{json}.{Key(property)}";

    private static string? Key(IProperty property) => property.GetJsonPropertyName();

    /// <summary>The stored values of an enum's members, in declaration order.</summary>
    private static IEnumerable<string> EnumOf(IProperty property, string path)
    {
        var (type, mapping) = property.GetElementType() is { } element
            ? (element.ClrType, element.GetTypeMapping())
            : (property.ClrType, property.GetTypeMapping());
        var member = Nullable.GetUnderlyingType(type) ?? type;
        if (!member.IsEnum) yield break;
        var stored = Enum.GetValues(member).Cast<object>().Select(value => mapping.Converter?.ConvertToProvider(value));
        yield return $"enum {path}: {string.Join(", ", stored)}";
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
