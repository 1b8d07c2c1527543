using System.Data.Common;
using System.Text;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// Reads columns strictly. SQLite and .NET would accept an id in lower case, or one with trailing characters, as the
/// same id. Here a value that is not exactly as this program writes it is a <see cref="FormatException"/>.
/// </summary>
internal static class StrictRow
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Text(this DbDataReader row, int column) =>
        row[column] is string ? Utf8.GetString(row.GetFieldValue<byte[]>(column)) : throw new FormatException();

    public static Guid Id(this DbDataReader row, int column)
    {
        var text = row.Text(column);
        var id = Guid.ParseExact(text, "D");
        return text == Literal(id) ? id : throw new FormatException();
    }

    public static RecordKind Kind(this DbDataReader row, int column)
    {
        var text = row.Text(column);
        var kind = Enum.Parse<RecordKind>(text);
        return text == kind.ToString() ? kind : throw new FormatException();
    }

    /// <summary>An id as it is stored.</summary>
    public static string Literal(Guid id) => id.ToString("D").ToUpperInvariant();
}
