using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bench.Generate;

/// <summary>The columns of an entity's table by the product's model, and how an entity's values are read.</summary>
internal static class ModelColumns
{
    public static IEnumerable<ModelColumn> Of(IEntityType type) =>
        Of(type, StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value, entity => entity);

    /// <param name="owner">The entity, or the part of it that has the properties; null if it has no such part.</param>
    private static IEnumerable<ModelColumn> Of(
        ITypeBase type, StoreObjectIdentifier table, Func<object, object?> owner) =>
    [
        .. type.GetProperties().Select(property => new ModelColumn(
            property.GetColumnName(table)!, entity => owner(entity) is { } part ? Stored(property, part) : null)),
        .. type.GetComplexProperties().SelectMany(part => part.IsCollection
            ? [new(part.ComplexType.GetContainerColumnName()!, entity => Json(part, owner(entity)!))]
            : Of(part.ComplexType, table, entity => owner(entity) is { } outer ? Value(part, outer) : null)),
    ];

    private static object? Stored(IProperty property, object part)
    {
        var (value, converter) = (Value(property, part), property.GetTypeMapping().Converter);
        return converter is null || value is null ? value : converter.ConvertToProvider(value);
    }

    private static string Json(IComplexProperty parts, object owner)
    {
        var objects = ((System.Collections.IEnumerable)Value(parts, owner)!).Cast<object>().Select(part =>
            $"{{{string.Join(',', parts.ComplexType.GetProperties().Select(property => Json(property, part)))}}}");
        return $"[{string.Join(',', objects)}]";
    }

    private static string Json(IProperty property, object part)
    {
        var writer = property.GetJsonValueReaderWriter() ?? property.GetTypeMapping().JsonValueReaderWriter!;
        var value = Value(property, part);
        return $"\"{property.GetJsonPropertyName()}\":{(value is null ? "null" : writer.ToJsonString(value))}";
    }

    private static object? Value(IPropertyBase property, object part) => property.GetGetter().GetClrValue(part);
}

internal sealed record ModelColumn(string Name, Func<object, object?> Read);
